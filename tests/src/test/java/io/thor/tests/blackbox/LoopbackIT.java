package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code thor run} promises; on other servers that is for their administrators. */
@EnabledIfSystemProperty(named = "thor.test.server", matches = "micro")
@ExtendWith(SharedServer.class)
class LoopbackIT {

  @Test
  void aServerOnLoopbackWaitsForNobodyElsewhere(ThorServer server) {
    assertEquals(List.of(), server.openToOthers());
  }
}
