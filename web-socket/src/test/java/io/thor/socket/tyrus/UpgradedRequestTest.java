package io.thor.socket.tyrus;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UpgradedRequestTest {

  private final Object handler = new Object();
  private final ConnectorRequest request = new ConnectorRequest();
  private final UpgradedRequest upgraded;

  UpgradedRequestTest() throws ReflectiveOperationException {
    request.begin(handler);
    upgraded = UpgradedRequest.of(request);
  }

  /** Has the shape of the container's. */
  private static class ContainerRequest {
    private boolean upgrade;
    private Object httpUpgradeHandler;

    void begin(Object handler) {
      upgrade = true;
      httpUpgradeHandler = handler;
    }

    void end() {
      upgrade = false;
    }

    Object handler() {
      return httpUpgradeHandler;
    }

    boolean isUpgrade() {
      return upgrade;
    }
  }

  private static final class ConnectorRequest extends ContainerRequest {}

  @Test
  void leavesAnOpenConnectionAlone() {
    assertTrue(request.isUpgrade());
    assertFalse(upgraded.forget());
    assertSame(handler, request.handler());
  }

  @Test
  void clearsAConnectionThatHasEnded() {
    request.end();
    assertTrue(upgraded.forget());
    assertNull(request.handler());
  }

  @Test
  void leavesTheNextConnectionAlone() {
    Object next = new Object();
    request.end();
    request.begin(next);
    assertTrue(upgraded.forget());
    assertSame(next, request.handler());
  }
}
