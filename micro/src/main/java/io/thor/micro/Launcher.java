package io.thor.micro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The command line of the Payara Micro build. */
@Command(
    name = "thor run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Starts Thor on Payara Micro, with an embedded database in its home directory.",
    footer = {
      "",
      "Environment:",
      "  THOR_HOME               home directory, where --home is not given",
      "  THOR_OPERATOR_PASSWORD  password of user operator; else one is made at the first start",
      "  THOR_TRADER_PASSWORD    password of user trader; likewise",
      "  THOR_TRADER2_PASSWORD   password of user trader2, who owns the other account; likewise",
      "  THOR_ADMIN_PASSWORD     password of user admin, who administers users; likewise",
      "  WS_FEATURE_<FEATURE>    true renders a feature from WebSocket, false from REST",
      "",
      "A logging.properties in the home directory decides what is logged, in place of the default."
    })
public final class Launcher implements Callable<Integer> {

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "PORT",
      description = "HTTP port; 0 takes a free one (default: ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = "address to listen on (default: ${DEFAULT-VALUE}, this machine alone)")
  String host;

  @Option(
      names = "--home",
      defaultValue = "${THOR_HOME:-.thor}",
      paramLabel = "DIR",
      description = "directory of database and server files (default: ${DEFAULT-VALUE})")
  Path home;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "sets a configuration key such as thor.heartbeat.tick-ms; may be repeated")
  Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--stop-when-ready",
      description = "stops as soon as it is ready; tells whether Thor starts on this machine")
  boolean stopWhenReady;

  private Launcher() {}

  public static void main(String[] arguments) {
    int status = new CommandLine(new Launcher()).execute(arguments);
    if (status != ExitCode.OK || endsAtOnce(arguments)) {
      System.exit(status);
    }
  }

  @Override
  public Integer call() {
    Path directory = create(home.toAbsolutePath().normalize());
    port = port == 0 ? freePort() : port;
    FirstPasswords passwords = FirstPasswords.offer();
    settings.forEach(System::setProperty);
    setUnlessGiven("thor.profile", "THOR_PROFILE", "demo");
    setUnlessGiven("thor.parity.probe-url", "THOR_PARITY_PROBE_URL", ownAddress());
    new MicroServer(host, port, directory).start();
    System.out.println();
    System.out.println("Thor is ready at http://" + host + ":" + port + "/");
    System.out.println("data directory   " + directory);
    passwords
        .taken()
        .forEach(
            (username, password) ->
                System.out.printf("first password   %s / %s%n", username, password));
    if (!stopWhenReady) {
      System.out.println("stop it with Ctrl-C");
    }
    return ExitCode.OK;
  }

  private static void setUnlessGiven(String key, String variable, String value) {
    if (System.getProperty(key) == null && System.getenv(variable) == null) {
      System.setProperty(key, value);
    }
  }

  /** Where this server reaches itself. */
  private String ownAddress() {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    String reachable = everywhere ? "127.0.0.1" : host;
    return "http://" + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ":" + port;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free; give --port", e);
    }
  }

  private static boolean endsAtOnce(String[] arguments) {
    Launcher launcher = new Launcher();
    ParseResult asked = new CommandLine(launcher).parseArgs(arguments);
    return asked.isUsageHelpRequested() || asked.isVersionHelpRequested() || launcher.stopWhenReady;
  }

  private static Path create(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "--home is '" + directory + "'; give a directory that can be written", e);
    }
  }
}
