/**
 * Everything that Thor says on the wire: one sealed hierarchy of records and the one encoder that
 * writes them for both paths. A record holds its position on the stream and its {@code data},
 * nothing that belongs to one connection. No rule of the market, no container API enters.
 */
package io.thor.message;
