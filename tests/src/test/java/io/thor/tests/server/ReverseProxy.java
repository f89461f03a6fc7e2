package io.thor.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * A real nginx or HAProxy on a free loopback port, in front of a server, with a certificate of its
 * own. It is the one that is installed; as root it runs as nobody.
 *
 * <p>Errors: IllegalStateException when it is not installed, with the name of the package, or when
 * it does not listen in time, with the end of its log.
 */
public final class ReverseProxy implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final int port = FreePorts.one();
  private final ProxyKind kind;
  private final RunDirectory logs;
  private final Path log;
  private final Path directory;
  private final SSLContext tls;
  private ServerProcess process;

  private ReverseProxy(ProxyKind kind) throws IOException, GeneralSecurityException {
    this.kind = kind;
    this.logs = RunDirectory.create(kind.program());
    this.log = logs.resolve("proxy.log");
    this.directory = Unprivileged.directory("thor-" + kind.program() + "-");
    ProxyCertificate certificate = ProxyCertificate.make(directory, log);
    certificate.write(directory);
    this.tls = certificate.trusted();
  }

  /**
   * Starts one and returns when it listens; the caller closes it.
   *
   * @param documented its configuration as the guide for operators has it
   * @param server where the server is
   * @param silence after which it ends a connection, instead of the documented time
   */
  public static ReverseProxy start(
      ProxyKind kind, String documented, URI server, Duration silence) {
    Path program = program(kind);
    try {
      ReverseProxy proxy = new ReverseProxy(kind);
      proxy.configure(documented, server, silence);
      proxy.run(program);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare " + kind.title(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot make a certificate for " + kind.title(), e);
    }
  }

  /** Its root, with a slash at the end. */
  public URI https() {
    return URI.create("https://127.0.0.1:" + port + "/");
  }

  /** TLS of a client that trusts its certificate. */
  public SSLContext tls() {
    return tls;
  }

  @Override
  public void close() {
    process.stop(STOP_LIMIT);
    RunDirectory.delete(directory);
    logs.keepLogs();
  }

  private void configure(String documented, URI server, Duration silence) throws IOException {
    String configuration = kind.here(documented, port, server, directory, silence);
    Files.writeString(directory.resolve("desk.conf"), configuration);
    if (kind == ProxyKind.NGINX) {
      Files.writeString(directory.resolve("main.conf"), ProxyKind.NGINX_MAIN);
    }
  }

  private void run(Path program) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(kind.arguments(directory));
    process = ServerProcess.start(Unprivileged.command(command), Map.of(), log);
    new Readiness(process, log).awaitListening(kind.title(), port, START_LIMIT);
  }

  /** Debian has it where only root looks for programs. */
  private static Path program(ProxyKind kind) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(directory -> Path.of(directory, kind.program()))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "there is no %1$s; install it, on Debian by: apt-get install %1$s"
                        .formatted(kind.program())));
  }
}
