package io.thor.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real OpenID Connect issuer in a process of its own, the npm package {@code oidc-provider}.
 *
 * <p>Errors: IllegalStateException when it does not answer in time, with the end of its log.
 */
public final class OidcIssuer implements AutoCloseable {
  private static final Path HOME = Path.of("issuer").toAbsolutePath();
  private static final Duration START_LIMIT = Duration.ofMinutes(1);

  private final ServerProcess process;
  private final RunDirectory directory;

  private OidcIssuer(ServerProcess process, RunDirectory directory) {
    this.process = process;
    this.directory = directory;
  }

  /**
   * Starts it, and installs it before where that was not done yet.
   *
   * @param address of the issuer on this machine, without a slash at its end
   * @param redirect where it may send browsers
   */
  public static OidcIssuer start(URI address, URI redirect) {
    RunDirectory directory = RunDirectory.create("issuer");
    if (!isInstalled()) {
      new CommandLine(directory.resolve("install.log"))
          .run(
              List.of(
                  "npm",
                  "ci",
                  "--prefix",
                  HOME.toString(),
                  "--ignore-scripts",
                  "--no-progress",
                  "--loglevel=error"),
              Map.of());
    }
    Path log = directory.resolve("issuer.log");
    String script = HOME.resolve("issuer.mjs").toString();
    ServerProcess process =
        ServerProcess.start(
            List.of("node", script, String.valueOf(address.getPort()), redirect.toString()),
            Map.of(),
            log);
    URI document = URI.create(address + "/.well-known/openid-configuration");
    new Readiness(process, log).await(document, START_LIMIT);
    return new OidcIssuer(process, directory);
  }

  /** Whether what is installed is not older than what was asked for. */
  private static boolean isInstalled() {
    Path installed = HOME.resolve("node_modules/.package-lock.json");
    try {
      return Files.exists(installed)
          && Files.getLastModifiedTime(installed)
                  .compareTo(Files.getLastModifiedTime(HOME.resolve("package-lock.json")))
              >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + HOME, e);
    }
  }

  @Override
  public void close() {
    process.kill();
    directory.keepLogs();
  }
}
