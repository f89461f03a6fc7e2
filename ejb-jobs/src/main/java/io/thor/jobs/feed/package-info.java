/**
 * Trades in: what a feed is, how it is kept alive, and the feeds that there are. Feeds push; they
 * log on, number their messages and may send some again. What becomes of the trades is not here.
 */
package io.thor.jobs.feed;
