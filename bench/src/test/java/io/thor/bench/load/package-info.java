/** Tests of the load generator's parts. */
package io.thor.bench.load;
