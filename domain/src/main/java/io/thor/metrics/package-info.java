/**
 * The figures of this node, for Prometheus. Whoever counts something registers it here; what is
 * counted is said where it happens.
 */
package io.thor.metrics;
