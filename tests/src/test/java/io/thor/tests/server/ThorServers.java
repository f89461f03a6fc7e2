package io.thor.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Starts the server and the database which the system properties select: {@code thor.test.server}
 * is {@code micro} (the default), {@code payara}, {@code wildfly}, {@code openliberty} or {@code
 * glassfish}; {@code thor.test.database} is {@code h2} (the default) or {@code postgresql}. {@code
 * thor.test.writer} is the {@code thor.push.writer} of each server whose test does not choose one.
 */
public final class ThorServers {
  private static final String SERVER = "thor.test.server";
  private static final String DATABASE = "thor.test.database";
  private static final Set<String> WITHOUT_H2 = Set.of("openliberty", "glassfish");
  private static final String WRITER = System.getProperty("thor.test.writer", "");

  /** How a database serves its server. */
  private enum Reach {
    /** The server alone has it. */
    ALONE,
    /** The caller writes to it too. */
    SHARED,
    /** The caller stops it and starts it again. */
    STOPPABLE
  }

  private ThorServers() {}

  /** The name of the selected server. */
  public static String kind() {
    return System.getProperty(SERVER, "micro");
  }

  /**
   * Starts a server of the caller's own and returns when Thor is ready; the caller closes it.
   *
   * <p>Errors: IllegalStateException when it does not become ready, with the end of its log.
   *
   * @param settings Thor's configuration keys; {@code thor.home} may name a home that outlives the
   *     server
   * @param environment variables of the server's process, such as {@code WS_FEATURE_POSITIONS}
   */
  public static ThorServer start(Map<String, String> settings, Map<String, String> environment) {
    return start(settings, environment, Reach.ALONE);
  }

  /**
   * The same.
   *
   * @param shared whether the caller writes to the database while the server runs
   */
  public static ThorServer start(
      Map<String, String> settings, Map<String, String> environment, boolean shared) {
    return start(settings, environment, shared ? Reach.SHARED : Reach.ALONE);
  }

  /** The same, with a database that the caller stops and starts while the server runs. */
  public static ThorServer startWithStoppableDatabase(
      Map<String, String> settings, Map<String, String> environment) {
    return start(settings, environment, Reach.STOPPABLE);
  }

  private static ThorServer start(
      Map<String, String> settings, Map<String, String> environment, Reach reach) {
    String kind = kind();
    RunDirectory directory = RunDirectory.create(kind);
    Map<String, String> rest = new HashMap<>(settings);
    if (!WRITER.isEmpty()) {
      rest.putIfAbsent("thor.push.writer", WRITER);
    }
    if ("demo".equals(rest.get("thor.profile"))) {
      ShortLived.SETTINGS.forEach(rest::putIfAbsent);
    }
    String givenHome = rest.remove("thor.home");
    Path home = givenHome == null ? directory.resolve("home") : Path.of(givenHome).toAbsolutePath();
    createDirectories(home);
    TestDatabase database = database(kind, home, reach);
    if (reach == Reach.SHARED) {
      // H2 would let others in at an address of the network.
      rest.put("h2.bindAddress", "127.0.0.1");
    }
    if (reach == Reach.STOPPABLE) {
      // H2 would try again for two seconds where others say at once that nobody listens.
      rest.put("h2.socketConnectRetry", "1");
    }
    ServerOptions options = new ServerOptions(directory, home, rest, environment, database);
    try {
      ThorServer server = server(kind, options);
      server.start();
      return server;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static ThorServer server(String kind, ServerOptions options) {
    return switch (kind) {
      case "micro" -> new MicroServer(options, file("thor.test.micro"));
      case "payara" -> new AsadminServer(options, file("thor.test.payara"), file("thor.test.ear"));
      case "glassfish" ->
          new AsadminServer(options, file("thor.test.glassfish"), file("thor.test.ear"));
      case "openliberty" ->
          new OpenLibertyServer(options, file("thor.test.openliberty"), file("thor.test.ear"));
      case "wildfly" ->
          new WildFlyServer(options, file("thor.test.wildfly"), file("thor.test.ear"));
      default -> throw unknown(SERVER, kind, "micro, payara, wildfly, openliberty or glassfish");
    };
  }

  private static TestDatabase database(String server, Path home, Reach reach) {
    String kind = System.getProperty(DATABASE, "h2");
    return switch (kind) {
      case "h2" -> h2(home, !WITHOUT_H2.contains(server), reach);
      case "postgresql" -> {
        if ("micro".equals(server)) {
          throw unknown(DATABASE, kind, "h2: the Payara Micro build has no other");
        }
        yield PostgresDatabase.create();
      }
      default -> throw unknown(DATABASE, kind, "h2 or postgresql");
    };
  }

  private static TestDatabase h2(Path home, boolean isShipped, Reach reach) {
    return reach == Reach.STOPPABLE
        ? new H2Service(home, isShipped)
        : new H2Database(home, isShipped, reach == Reach.SHARED);
  }

  private static Path file(String property) {
    String value = System.getProperty(property, "");
    if (value.isEmpty() || !Files.exists(Path.of(value))) {
      throw new IllegalStateException(
          "%s=%s names nothing that exists: build it (./thor ear, ./thor run), or unpack it (mvn -Ppayara, -Pwildfly, -Popenliberty, -Pglassfish)."
              .formatted(property, value));
    }
    return Path.of(value).toAbsolutePath().normalize();
  }

  private static void createDirectories(Path home) {
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create Thor's home " + home, e);
    }
  }

  private static IllegalArgumentException unknown(String key, String value, String allowed) {
    return new IllegalArgumentException(key + "=" + value + " is not possible: set " + allowed);
  }
}
