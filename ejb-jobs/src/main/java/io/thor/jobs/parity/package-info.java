/**
 * The probe: a client of this installation's own REST routes and WebSocket, which compares the two
 * and lets follow what a confirmed fault asks for. It reads no state but over the wire; what the
 * comparator finds and what a stage may do is decided elsewhere.
 */
package io.thor.jobs.parity;
