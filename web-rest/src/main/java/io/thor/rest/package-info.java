/**
 * What all resources share: who may call, how answers and problems are written, the position
 * headers of stored states. A resource reads what is stored by its own queries, never what was
 * pushed.
 */
package io.thor.rest;
