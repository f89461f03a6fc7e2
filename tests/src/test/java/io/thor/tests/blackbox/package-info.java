/**
 * What a client of Thor may rely on, tested from outside: by HTTP and WebSocket alone, the same on
 * every server. No class of a container or of Thor's server modules enters here; the catalogue of
 * messages and the recorded trades come from the contract.
 */
package io.thor.tests.blackbox;
