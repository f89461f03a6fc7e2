package io.thor.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {
  @Test
  void findsDifferentPortsThatCanBeTaken() throws IOException {
    List<Integer> ports = FreePorts.find(20);

    assertEquals(20, new HashSet<>(ports).size());
    for (int port : ports) {
      try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertEquals(port, taken.getLocalPort());
      }
    }
  }
}
