/**
 * The publisher of the synthetic feed: log entries at an exact rate, from memory, for benchmarks
 * alone. It fires them as any job fires its messages; nothing here knows who listens.
 */
package io.thor.jobs.synthetic;
