/** The configuration in force, for operators. It changes nothing. */
package io.thor.rest.config;
