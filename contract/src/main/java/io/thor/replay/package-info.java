/**
 * Trades from a CSV file: rows read one at a time and judged, bars and sessions computed by the
 * engine of {@link io.thor.intraday} and written as CSV. A row that cannot count is always handed
 * over with its line number. Nothing of a server enters; callers bring clock and streams.
 */
package io.thor.replay;
