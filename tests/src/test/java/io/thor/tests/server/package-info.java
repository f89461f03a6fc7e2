/**
 * Starts, kills and stops real servers and databases for black-box tests: Payara Micro, Payara
 * Server, WildFly, with H2 or PostgreSQL. The tests see a {@link io.thor.tests.server.ThorServer}
 * and never which one it is. Nothing here knows a feature, a message or a resource of Thor except
 * its readiness check.
 */
package io.thor.tests.server;
