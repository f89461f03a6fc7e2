package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.Topic;
import java.util.Set;

/**
 * Which topics a session wants. Two that want the same are equal, so that their batches are shared.
 *
 * <p>Threads: immutable.
 */
final class Subscription {

  /** A plain client: everything that it may see. */
  static final Subscription EVERYTHING = new Subscription(Set.of(), Set.of(), true);

  /** A full client before it has subscribed. */
  static final Subscription NOTHING = new Subscription(Set.of(), Set.of(), false);

  private final Set<Topic> topics;
  private final Set<String> prefixes;
  private final boolean everything;
  private final int hash;

  private Subscription(Set<Topic> topics, Set<String> prefixes, boolean everything) {
    this.topics = Set.copyOf(topics);
    this.prefixes = Set.copyOf(prefixes);
    this.everything = everything;
    this.hash = this.topics.hashCode() * 31 + this.prefixes.hashCode() + (everything ? 1 : 0);
  }

  /**
   * Names what is wanted.
   *
   * @param prefixes of which every topic is wanted
   */
  static Subscription to(Set<Topic> topics, Set<String> prefixes) {
    return new Subscription(topics, prefixes, false);
  }

  Set<Topic> topics() {
    return topics;
  }

  Set<String> prefixes() {
    return prefixes;
  }

  /** Whether a frame goes to the session; what is on no topic always does. */
  boolean wants(Frame frame) {
    return everything || frame.route().isEmpty() || wants(frame.route().get().topic());
  }

  boolean wants(Topic topic) {
    return everything || prefixes.contains(topic.prefix()) || topics.contains(topic);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Subscription that
            && hash == that.hash
            && everything == that.everything
            && prefixes.equals(that.prefixes)
            && topics.equals(that.topics));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
