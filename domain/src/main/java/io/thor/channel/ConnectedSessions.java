package io.thor.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many WebSocket sessions this node has, for those who must not know the sessions themselves.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class ConnectedSessions {

  private final AtomicInteger count = new AtomicInteger();

  public void opened() {
    count.incrementAndGet();
  }

  public void closed() {
    count.decrementAndGet();
  }

  public int count() {
    return count.get();
  }
}
