package io.thor.tests.documents;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.FreePorts;
import io.thor.tests.server.FreshClone;
import io.thor.tests.server.PayaraDomain;
import io.thor.tests.server.PostgresDatabase;
import io.thor.tests.server.Terminal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Follows docs/operators/deploy.md with bare distributions and a PostgreSQL, as an administrator
 * who copies its commands. Only ports, the host of the database and passwords are the test's own.
 */
@Tag("guide")
@Tag("long")
class DeployGuideIT {
  private static final String PAGE = "docs/operators/deploy.md";
  private static final String PASSWORD = "guide-admin-1";
  private static final Pattern STOPS = Pattern.compile("`([^`]+)` stops it");

  private static FreshClone clone;

  private final PostgresDatabase database = PostgresDatabase.create("postgres");

  @BeforeAll
  static void fetchTheServers() {
    clone = new FreshClone();
    try (Terminal terminal = clone.terminal("fetch", Map.of())) {
      terminal.run(commands(Guide.page(PAGE), "What you need for all of them", 0));
    }
  }

  @AfterAll
  static void deleteTheServers() {
    clone.close();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void onPayaraServer() {
    followAsadmin("payara6");
  }

  @Test
  void onGlassFish() {
    followAsadmin("glassfish8");
  }

  @Test
  void onWildFly() {
    String ports = "-Djboss.http.port=%d -Djboss.https.port=%d -Djboss.management.http.port=%d";
    int port = FreePorts.one();
    Guide guide = guide(port);
    Terminal server =
        terminal(
            "wildfly",
            port,
            Map.of("PREPEND_JAVA_OPTS", ports.formatted(port, FreePorts.one(), FreePorts.one())));
    Terminal reader = terminal("wildfly-reader", port, Map.of("THOR_ADMIN_PASSWORD", PASSWORD));
    reader.run(commands(guide, "What you need for all of them", 1));
    server.begin(String.join("", all(guide, "WildFly")));
    signIn(guide, reader);
    server.interrupt();
  }

  @Test
  void onOpenLiberty() {
    int port = FreePorts.one();
    Guide guide = guide(port);
    Terminal terminal = terminal("openliberty", port, Map.of());
    terminal.run(commands(guide, "What you need for all of them", 1));
    terminal.run(commands(guide, "Open Liberty", 0));
    terminal.run(commands(guide, "Open Liberty", 1));
    signIn(guide, terminal);
    terminal.run(commands(guide, "Open Liberty", 2));
    terminal.run(stop(guide, "Open Liberty"));
  }

  /** Deploys, signs in, deploys again as a new version, and stops. */
  private void followAsadmin(String installation) {
    PayaraDomain domain =
        PayaraDomain.inPlace(clone.home().resolve("servers").resolve(installation));
    Guide guide = guide(domain.httpPort()).with("payara6", installation);
    Terminal terminal =
        terminal(
            installation,
            domain.httpPort(),
            Map.of("AS_ADMIN_PORT", String.valueOf(domain.adminPort())));
    terminal.run(commands(guide, "What you need for all of them", 1));
    terminal.run(commands(guide, "Payara Server", 0));
    succeed(terminal.run(commands(guide, "Payara Server", 1)));
    signIn(guide, terminal);
    succeed(terminal.run(commands(guide, "Payara Server", 2)));
    terminal.run(commands(guide, "Deploying thor.ear", 0));
    terminal.run(stop(guide, "Payara Server"));
  }

  /** {@code multimode} succeeds whatever its commands do. */
  private static void succeed(String printed) {
    assertFalse(printed.contains("failed"), printed);
  }

  private static void signIn(Guide guide, Terminal terminal) {
    terminal.run(commands(guide, "Deploying thor.ear", 0));
    String printed = terminal.run(commands(guide, "The first sign-in", 0));
    assertTrue(printed.contains("SHADOW MODE"), printed);
    assertTrue(printed.contains("ann"), printed);
  }

  private static String commands(Guide guide, String section, int step) {
    return guide.steps(section).get(step).commands();
  }

  private static List<String> all(Guide guide, String section) {
    return guide.steps(section).stream().map(Step::commands).toList();
  }

  private static String stop(Guide guide, String section) {
    Matcher stops = STOPS.matcher(guide.section(section));
    assertTrue(stops.find(), "section " + section + " does not say what stops it");
    return stops.group(1);
  }

  private Terminal terminal(String name, int port, Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("PGPASSWORD", PostgresDatabase.PASSWORD);
    variables.put("THOR_PARITY_PROBE_URL", "http://127.0.0.1:" + port);
    return clone.terminal(name, variables);
  }

  private Guide guide(int port) {
    String address = "127.0.0.1:" + database.port();
    return Guide.page(PAGE)
        .with("'...'", "'" + PASSWORD + "'")
        .with(":8080", ":" + port)
        .with("httpPort=\"8080\"", "httpPort=\"" + port + "\"")
        .with("-h db.example.com", "-h 127.0.0.1 -p " + database.port())
        .with("\\://db.example.com", "\\://" + address.replace(":", "\\:"))
        .with("//db.example.com", "//" + address);
  }
}
