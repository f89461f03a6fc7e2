/**
 * The one place that reaches into a container: connections of Tyrus, as Payara and GlassFish have
 * it, found by their shape and left alone when that is another. It moves bytes; what a frame is or
 * whom it is for is decided outside.
 */
package io.thor.socket.tyrus;
