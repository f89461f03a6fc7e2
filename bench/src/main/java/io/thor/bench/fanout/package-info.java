/**
 * The fan-out benchmark: a server of its own with the synthetic feed, a load generator of its own,
 * and the figures of both as one table. It ends every process that it started.
 */
package io.thor.bench.fanout;
