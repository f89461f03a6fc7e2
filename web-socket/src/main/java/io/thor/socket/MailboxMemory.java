package io.thor.socket;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the mailboxes of all sessions hold together. When that is too much, those who hold more than
 * their share are full.
 *
 * <p>Threads: any.
 */
final class MailboxMemory {

  private final long maxBytes;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicInteger mailboxes = new AtomicInteger();

  MailboxMemory(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  void opened() {
    mailboxes.incrementAndGet();
  }

  /** A mailbox that held so much is gone. */
  void closed(int held) {
    mailboxes.decrementAndGet();
    bytes.addAndGet(-held);
  }

  /** A mailbox holds more or less than before; {@code false} when it must not hold that much. */
  boolean change(int byBytes, int held) {
    long all = bytes.addAndGet(byBytes);
    return all <= maxBytes || held <= maxBytes / Math.max(1, mailboxes.get());
  }

  long bytes() {
    return bytes.get();
  }
}
