package io.thor.tests.blackbox;

import java.util.List;
import java.util.Map;

/** What a {@link FaultyProxy} does to what passes it. Threads: any. */
interface Fault {
  /** Nothing. */
  Fault NONE = new Fault() {};

  /**
   * An answer of REST.
   *
   * @param headers by their names in lower case
   */
  record RestAnswer(int status, Map<String, String> headers, String body) {
    RestAnswer withBody(String other) {
      return new RestAnswer(status, headers, other);
    }
  }

  /** What the probe gets in place of a frame. */
  default List<String> pushed(String frame) {
    return List.of(frame);
  }

  /** What the probe gets in place of an answer. */
  default RestAnswer answered(String path, RestAnswer answer) {
    return answer;
  }
}
