package io.thor.channel;

import io.thor.message.HeartbeatUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What this node has delivered, for those who must not know who delivers.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class DeliveryFigures {

  private volatile Optional<Supplier<HeartbeatUpdate.Delivery>> source = Optional.empty();

  /** Says who is to be asked. */
  public void from(Supplier<HeartbeatUpdate.Delivery> asked) {
    source = Optional.of(asked);
  }

  /** Nobody is to be asked any more. */
  public void end() {
    source = Optional.empty();
  }

  /** The figures now; empty while nothing is delivered. */
  public Optional<HeartbeatUpdate.Delivery> now() {
    return source.map(Supplier::get);
  }
}
