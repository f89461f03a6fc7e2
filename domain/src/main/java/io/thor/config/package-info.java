/**
 * Where settings come from: environment, system properties, MicroProfile Config where the server
 * has it. Read at start; what changes at run time belongs to the database.
 */
package io.thor.config;
