package io.thor.tests.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Thor's Payara Micro build, started as its users start it. Its database is the H2 one in Thor's
 * home.
 */
final class MicroServer extends ThorServer {
  private final Path launcher;
  private final int port;

  MicroServer(ServerOptions options, Path launcher) {
    this(options, launcher, FreePorts.one());
  }

  private MicroServer(ServerOptions options, Path launcher, int port) {
    super(options, port);
    this.launcher = launcher;
    this.port = port;
  }

  @Override
  List<String> command() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(ShortLived.JVM_OPTIONS);
    command.addAll(List.of("-jar", launcher.toString()));
    command.addAll(List.of("--port", String.valueOf(port), "--home", home().toString()));
    options()
        .settings()
        .forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    return command;
  }

  /** The launcher's pool names no user. */
  @Override
  DataSourceSettings storage() {
    DataSourceSettings given = super.storage();
    return new DataSourceSettings(given.dataSourceClass(), given.url(), "", "", given.driver());
  }

  @Override
  void configure(Readiness readiness) {
    // The launcher needs nothing but its command line.
  }
}
