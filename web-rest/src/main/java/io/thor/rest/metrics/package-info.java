/** The figures of this node, for whoever watches the server. */
package io.thor.rest.metrics;
