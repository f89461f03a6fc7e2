package io.thor.bench.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a load generator says about one span of time. Its written form is one line.
 *
 * @param gaps messages that never came to a session, over all sessions
 * @param doubles messages that came to a session twice or too late
 * @param open sessions that are open at the end of the span
 * @param reached sessions that received at least one message in it
 * @param p50Us microseconds from the commit to the client
 * @param closed sessions that the server ended since the start, by close code; 1006 without one
 */
public record LoadReport(
    long received,
    long gaps,
    long doubles,
    int open,
    int reached,
    long p50Us,
    long p99Us,
    long p999Us,
    long maxUs,
    Map<Integer, Long> closed) {

  public LoadReport {
    closed = Map.copyOf(closed);
  }

  /** The closings, {@code 4101=3,4102=1}, or {@code none}. */
  public String closings() {
    return closed.isEmpty()
        ? "none"
        : new TreeMap<>(closed)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
  }

  /** The line of the report. */
  public String written() {
    return Stream.of(received, gaps, doubles, open, reached, p50Us, p99Us, p999Us, maxUs)
        .map(Number::toString)
        .collect(Collectors.joining(" ", "", " " + closings()));
  }

  /** Reads what {@link #written} gives. */
  public static LoadReport parse(String line) {
    String[] parts = line.split(" ");
    if (parts.length != 10) {
      throw new IllegalArgumentException("'" + line + "' is no report of a load generator");
    }
    return new LoadReport(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]),
        Long.parseLong(parts[5]),
        Long.parseLong(parts[6]),
        Long.parseLong(parts[7]),
        Long.parseLong(parts[8]),
        closings(parts[9]));
  }

  private static Map<Integer, Long> closings(String written) {
    return written.equals("none")
        ? Map.of()
        : Stream.of(written.split(","))
            .map(entry -> entry.split("="))
            .collect(
                Collectors.toMap(
                    entry -> Integer.valueOf(entry[0]), entry -> Long.valueOf(entry[1])));
  }
}
