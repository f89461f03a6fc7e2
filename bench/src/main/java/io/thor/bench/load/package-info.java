/**
 * The load generator: a process that opens WebSocket sessions from one thread and reads them with
 * as little work as finding positions and times allows, for it shares the machine with the server.
 */
package io.thor.bench.load;
