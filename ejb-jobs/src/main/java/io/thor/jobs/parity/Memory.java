package io.thor.jobs.parity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What belongs to the last few positions of a topic. Not thread safe. */
final class Memory<T> {

  private static final int MOST = 32;

  private final Map<String, T> kept = new LinkedHashMap<>();

  void keep(String epoch, long seq, T what) {
    String position = epoch + "/" + seq;
    kept.remove(position);
    kept.put(position, what);
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  Optional<T> find(String epoch, long seq) {
    return Optional.ofNullable(kept.get(epoch + "/" + seq));
  }
}
