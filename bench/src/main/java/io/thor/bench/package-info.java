/**
 * The command line of the benchmarks. Each benchmark has a package of its own; nothing here is part
 * of the product.
 */
package io.thor.bench;
