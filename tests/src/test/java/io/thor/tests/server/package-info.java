/**
 * Starts, kills and stops real servers, databases and proxies for black-box tests: Payara Micro,
 * Payara Server, WildFly, with H2 or PostgreSQL, nginx and HAProxy. The tests see a {@link
 * io.thor.tests.server.ThorServer} and never which one it is. Nothing here knows a feature, a
 * message or a resource of Thor except its readiness check.
 */
package io.thor.tests.server;
