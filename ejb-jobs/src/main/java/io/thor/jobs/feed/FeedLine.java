package io.thor.jobs.feed;

import java.util.Optional;

/**
 * A line that a venue sent.
 *
 * @param number within its connection, from 1
 * @param text without its end; empty where it was too long to be kept
 */
record FeedLine(long number, Optional<String> text) {}
