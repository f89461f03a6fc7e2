/**
 * Microbenchmarks of the encoder, and the command that runs those and the engine's. The engine's
 * own stand in its package, because what they measure is not public.
 */
package io.thor.bench.jmh;
