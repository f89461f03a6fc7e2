/** A scripted feed, and what the sessions make of its gaps, duplicates, silence and losses. */
package io.thor.jobs.feed;
