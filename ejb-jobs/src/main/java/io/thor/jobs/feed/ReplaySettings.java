package io.thor.jobs.feed;

import io.thor.config.InvalidSettingException;
import io.thor.config.Settings;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of trades to replay.
 *
 * @param speed how much faster than recorded; from 0.001 to 100,000
 * @param times which times its trades get
 */
record ReplaySettings(Path file, BigDecimal speed, Times times) {

  /** The times of replayed trades. */
  enum Times {
    /** The first trade is now, and the others follow in as much less time as the speed says. */
    SHIFTED,
    /** Those of the file. */
    RECORDED
  }

  static final String FILE_KEY = "thor.feed.replay.file";
  static final String SPEED_KEY = "thor.feed.replay.speed";
  static final String TIMES_KEY = "thor.feed.replay.times";
  private static final BigDecimal LEAST = new BigDecimal("0.001");
  private static final BigDecimal MOST = new BigDecimal("100000");

  /** Empty where no file is set. Errors: {@link InvalidSettingException}. */
  static Optional<ReplaySettings> of(Settings settings) {
    return settings
        .find(FILE_KEY)
        .map(
            file ->
                new ReplaySettings(
                    path(file),
                    speed(settings.text(SPEED_KEY, "1")),
                    settings.constant(TIMES_KEY, Times.class).orElse(Times.SHIFTED)));
  }

  private static Path path(String text) {
    String remedy = "the path of a CSV file that the server can read";
    try {
      Path path = Path.of(text);
      if (Files.isReadable(path) && !Files.isDirectory(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new InvalidSettingException(FILE_KEY, text, remedy, e);
    }
    throw new InvalidSettingException(FILE_KEY, text, remedy);
  }

  private static BigDecimal speed(String text) {
    String remedy = "a number from " + LEAST + " to " + MOST;
    try {
      BigDecimal speed = new BigDecimal(text);
      if (speed.compareTo(LEAST) >= 0 && speed.compareTo(MOST) <= 0) {
        return speed;
      }
    } catch (NumberFormatException e) {
      throw new InvalidSettingException(SPEED_KEY, text, remedy, e);
    }
    throw new InvalidSettingException(SPEED_KEY, text, remedy);
  }
}
