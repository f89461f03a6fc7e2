/**
 * Trades become one-minute bars and the session's VWAP: the streaming engine, its rules, and the
 * recorded trades that the demonstration market replays. Prices and quantities are exact decimals.
 * No clock, no storage, no wire format enters: callers bring the time and keep the results.
 */
package io.thor.intraday;
