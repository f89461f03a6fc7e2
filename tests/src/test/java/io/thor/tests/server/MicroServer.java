package io.thor.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

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
    command.addAll(
        List.of("-XX:SharedArchiveFile=" + launcher.resolveSibling("thor.jsa"), "-Xlog:cds*=off"));
    command.addAll(List.of("-jar", launcher.toString()));
    command.addAll(List.of("--port", String.valueOf(port), "--home", home().toString()));
    options()
        .settings()
        .forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    if (options().database().isShared()) {
      command.addAll(List.of("--set", "h2.urlMap=" + sharedDatabase()));
    }
    return command;
  }

  /** The launcher has one URL; this file of H2's says which other one is meant by it. */
  private Path sharedDatabase() {
    Properties urls = new Properties();
    urls.setProperty(new H2Database(home(), true, false).dataSource().url(), super.storage().url());
    Path file = options().directory().resolve("h2-urls.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      urls.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
    return file;
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
