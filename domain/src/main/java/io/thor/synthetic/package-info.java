/**
 * The log topics of the synthetic feed, which exists for benchmarks: how many there are, how large
 * and how frequent their entries. They live in memory and never reach the database.
 */
package io.thor.synthetic;
