/**
 * What an account holds and what that is worth: average cost, realized and unrealized PnL, buying
 * power. Pure arithmetic on exact decimals; no storage, no clock.
 */
package io.thor.account;
