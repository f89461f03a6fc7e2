/**
 * Paper orders as they are stored: placed and cancelled by their owners, filled by the trades that
 * the tape takes over. Arithmetic and rules are in the contract's part of this package and of
 * {@code io.thor.account}; booking belongs there too.
 */
package io.thor.order;
