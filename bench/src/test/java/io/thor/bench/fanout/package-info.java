/** Tests of the fan-out benchmark's parts. */
package io.thor.bench.fanout;
