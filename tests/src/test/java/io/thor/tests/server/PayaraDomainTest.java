package io.thor.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayaraDomainTest {
  private static final String SHIPPED =
      """
      <network-listener port="8080" name="http-listener-1"/>
      <network-listener port="4848" name="admin-listener"/>
      <iiop-listener address="0.0.0.0" port="3700"/>
      <jvm-options>-Dosgi.shell.telnet.port=6666</jvm-options>
      <system-property name="JMS_PROVIDER_PORT" value="7676"/>
      <network-listener port="${HTTP_LISTENER_PORT}"/>
      <request-timeout seconds="9000"/>
      """;

  @TempDir Path directory;

  @Test
  void movesEveryPortToAFreeOneOnLoopback() throws IOException {
    PayaraDomain domain = PayaraDomain.copy(installation(), new RunDirectory(directory));

    String moved = Files.readString(configuration(directory));
    String http =
        "<network-listener address=\"127.0.0.1\" port=\"%d\" name=\"http-listener-1\"/>"
            .formatted(domain.httpPort());
    assertTrue(moved.contains(http), moved);
    assertTrue(moved.contains("port=\"" + domain.adminPort() + "\" name=\"admin"), moved);
    for (String taken : new String[] {"8080", "4848", "3700", "6666", "7676", "0.0.0.0"}) {
      assertFalse(moved.contains(taken + '"') || moved.contains(taken + '<'), moved);
    }
    assertEquals(SHIPPED.lines().count(), moved.lines().count());
    assertTrue(moved.contains("port=\"${HTTP_LISTENER_PORT}\""), moved);
    assertTrue(moved.contains("seconds=\"9000\""), moved);
  }

  private Path installation() throws IOException {
    Path installation = directory.resolve("payara6");
    Path configuration = configuration(installation.resolve("glassfish"));
    Files.createDirectories(configuration.getParent());
    Files.writeString(configuration, SHIPPED);
    return installation;
  }

  private static Path configuration(Path parent) {
    return parent.resolve("domains").resolve("domain1").resolve("config").resolve("domain.xml");
  }
}
