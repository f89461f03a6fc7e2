package io.thor.tests.blackbox;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks the catalogue of the contract, so that a new message that never arrives fails here. The
 * benchmarks' own message needs another feed: {@code FloodIT} has it.
 */
@ExtendWith(SharedServer.class)
class MessageTypesIT {
  private final ThorClient trader;

  MessageTypesIT(ThorServer server) {
    trader = ThorClient.signIn(server, DemoUser.TRADER);
  }

  static Stream<String> types() {
    return TopicsOf.demonstrationTypes().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyPermittedMessageReachesASession(String type) {
    try (FrameStream stream = trader.open()) {
      Arrivals.awaitType(stream, type);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void barsArriveFinalAndForming(boolean isFinal) {
    try (FrameStream stream = trader.open()) {
      Arrivals.awaitBar(stream, isFinal);
    }
  }
}
