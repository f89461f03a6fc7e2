package io.thor.parity;

import java.util.Objects;

/** A state of a topic with its position, as either path brought it. */
public record Snapshot(String epoch, long seq, Value data) {

  public Snapshot {
    Objects.requireNonNull(epoch, "epoch");
    Objects.requireNonNull(data, "data");
  }
}
