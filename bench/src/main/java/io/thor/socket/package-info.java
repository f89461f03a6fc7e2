/**
 * Microbenchmarks of the engine's parts, which are not visible outside of this package. Nothing of
 * the engine itself enters.
 */
package io.thor.socket;
