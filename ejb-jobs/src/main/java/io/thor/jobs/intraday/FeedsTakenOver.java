package io.thor.jobs.intraday;

/** All that the feeds had at first is stored, and the last prices are those of now. */
public record FeedsTakenOver() {}
