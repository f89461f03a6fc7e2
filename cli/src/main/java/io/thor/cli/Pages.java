package io.thor.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads an answer that comes in pages, each of which says where the next one begins. */
final class Pages {

  private static final int SIZE = 500;

  private Pages() {}

  /**
   * Reads page after page.
   *
   * @param more takes a page and says whether to go on
   */
  static void read(ThorServer server, String path, Predicate<JsonObject> more) {
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      String begin = after.get().isEmpty() ? "" : "&after=" + ServerUrl.segment(after.get());
      JsonObject page = server.get(path + "?limit=" + SIZE + begin).json();
      after =
          more.test(page)
              ? Optional.ofNullable(page.get("next")).map(Pages::text)
              : Optional.empty();
    }
  }

  private static String text(JsonValue next) {
    return next instanceof JsonString string ? string.getString() : next.toString();
  }
}
