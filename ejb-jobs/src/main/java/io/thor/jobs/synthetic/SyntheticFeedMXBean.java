package io.thor.jobs.synthetic;

/** What a benchmark on the same machine may ask of the feed and change while it runs. */
public interface SyntheticFeedMXBean {

  /** The name under which the feed is registered. */
  String NAME = "io.thor:type=SyntheticFeed";

  int getRatePerSecond();

  /** Errors: {@link IllegalArgumentException} outside of 0 to 100,000. */
  void setRatePerSecond(int ratePerSecond);

  /** Messages since the start. */
  long getPublished();
}
