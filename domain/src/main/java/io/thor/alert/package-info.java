/**
 * Takes what operators have to know at once and hands it, in order and within bounds, to whoever
 * sends it out. What happens is decided elsewhere; no address is kept or logged here.
 */
package io.thor.alert;
