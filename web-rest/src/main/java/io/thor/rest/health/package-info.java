/** Probes for whoever runs the server. */
package io.thor.rest.health;
