/** What happened to users and sessions, for administrators. */
package io.thor.rest.security;
