/**
 * Delivery under bad conditions, tested from outside: readers that stall or stop, connections that
 * are cut, servers that restart under their clients. The clients here speak to the socket
 * themselves, so that they see every byte and end a connection in the middle of a frame. What a
 * message says is tested elsewhere.
 */
package io.thor.tests.delivery;
