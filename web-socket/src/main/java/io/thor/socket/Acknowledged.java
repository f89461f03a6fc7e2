package io.thor.socket;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * The latest revision of the cutover that a session says it follows.
 *
 * <p>Threads: any.
 */
final class Acknowledged {

  private static final long NONE = -1;

  private long revision = NONE;

  /** Empty until the client has acknowledged one. */
  synchronized Optional<Long> revision() {
    return revision == NONE ? Optional.empty() : Optional.of(revision);
  }

  /**
   * Takes {@code {"revision":12}}; an older one than before changes nothing.
   *
   * <p>Errors: {@link InvalidRequestException} for what is no revision.
   */
  synchronized void take(JsonObject data) {
    if (!(data.get("revision") instanceof JsonNumber number)
        || !number.isIntegral()
        || number.bigIntegerValue().bitLength() >= Long.SIZE
        || number.longValue() < 0) {
      throw new InvalidRequestException(
          "'revision' must be the whole number that welcome or cutover_status gave");
    }
    revision = Math.max(revision, number.longValue());
  }
}
