/** Trades in: the feed and the job that takes them over. */
package io.thor.jobs.intraday;
