package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.ThorServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long refused sign-ins of several kinds take. Each comes from an address of its own, for a
 * server that trusts this machine as a proxy, so that nobody has to wait for failing often. Not
 * thread safe.
 */
final class SignInTimes {
  /** A password that is not checked makes an answer ten times as fast or more. */
  private static final int TOLERATED_FACTOR = 3;

  private final ThorServer server;
  private final Map<String, List<Long>> nanos = new HashMap<>();
  private int refused;

  SignInTimes(ThorServer server) {
    this.server = server;
  }

  /** Signs in with credentials that have to be refused. */
  void refuse(String kind, String credentials) {
    refused++;
    long begun = System.nanoTime();
    Answer answer =
        ThorClient.nobody(server)
            .post("api/session", credentials, "X-Forwarded-For", "198.51.100." + refused);
    nanos.computeIfAbsent(kind, first -> new ArrayList<>()).add(System.nanoTime() - begun);
    answer.problem(401);
  }

  /** Errors: AssertionError when the median of one kind is a multiple of another's. */
  void assertAlike(List<String> kinds) {
    List<Long> medians = kinds.stream().map(this::median).sorted().toList();
    assertTrue(
        medians.get(medians.size() - 1) < TOLERATED_FACTOR * medians.get(0), () -> "ns: " + nanos);
  }

  private long median(String kind) {
    List<Long> sorted = nanos.get(kind).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
