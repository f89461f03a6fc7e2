package io.thor.micro;

import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Payara Micro with Thor's web archive and its data source, in this process. */
final class MicroServer {

  private static final String POOL = "set resources.jdbc-connection-pool.H2Pool.";
  private static final Path PAYARA = jarOf(PayaraMicro.class);

  private final String host;
  private final int port;
  private final Path home;

  MicroServer(String host, int port, Path home) {
    this.host = host;
    this.port = port;
    this.home = home;
  }

  /**
   * Starts it and returns when the archive is deployed. Hazelcast, which would listen at an address
   * of the network, is off; with {@code --nocluster} beside that option it would be on.
   *
   * <p>Errors: {@link IllegalStateException} when it is not; the log above says why.
   */
  void start() {
    Path server = home.resolve("server");
    new ServerFiles(PAYARA.getParent()).writeAnew(server, home);
    startPayara(
        "--nohazelcast",
        "--disablephonehome",
        "--rootdir",
        server.toString(),
        "--port",
        Integer.toString(port),
        "--prebootcommandfile",
        writePreBootCommands().toString(),
        "--contextroot",
        "/",
        "--deploy",
        archive().toString());
    if (!PayaraMicro.getInstance().getRuntime().getDeployedApplicationNames().contains("thor")) {
      throw new IllegalStateException("Thor was not deployed; the log above says why");
    }
  }

  /**
   * Starts it from the jars of the class path. {@link PayaraMicro#main} would look for them nested
   * in its own jar, which takes a fifth more of processor time.
   */
  private static void startPayara(String... arguments) {
    System.setProperty("fish.payara.micro.BootJar", PAYARA.toUri().toString());
    System.setProperty("fish.payara.micro.UnpackDir", PAYARA.getParent().toString());
    try {
      Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Payara Micro did not start", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this is no Payara Micro that Thor can start", e);
    }
  }

  /**
   * The address to listen on, and the data source of the embedded database. HTTP/2 is off: without
   * TLS no browser uses it, and the server's threads may deadlock when an upgraded connection ends.
   * So are the pages of its own that would be open to everyone beside Thor's. A body of which
   * nothing comes for ten seconds ends, for it holds a thread. The database writes each commit at
   * once: by default a kill would lose half a second of what was answered and sent. Connections are
   * looked at before they are used, and all of them closed when one is broken: they would be lost
   * to the pool, one by one, and whoever asks wait for a minute then.
   */
  private Path writePreBootCommands() {
    List<String> commands =
        List.of(
            "set configs.config.server-config.network-config.network-listeners.network-listener"
                + ".http-listener.address="
                + host,
            "set configs.config.server-config.network-config.protocols.protocol.http-listener.http"
                + ".http2-enabled=false",
            "set configs.config.server-config.network-config.protocols.protocol.http-listener.http"
                + ".xpowered-by=false",
            "set configs.config.server-config.network-config.transports.transport.tcp"
                + ".read-timeout-millis=10000",
            "set-microprofile-healthcheck-configuration --enabled=false",
            "set configs.config.server-config.microprofile-metrics-configuration.enabled=false",
            "set-openapi-configuration --enabled=false",
            POOL
                + "property.URL=jdbc:h2:file:"
                + home.resolve("thor")
                + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE",
            POOL
                + "validation-classname="
                + "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            POOL + "connection-validation-method=custom-validation",
            POOL + "is-connection-validation-required=true",
            POOL + "fail-all-connections=true",
            "create-jdbc-resource --connectionpoolid=H2Pool jdbc/thor");
    try {
      return Files.write(home.resolve("pre-boot-commands"), commands);
    } catch (IOException e) {
      throw new UncheckedIOException(home + " cannot be written; give another --home", e);
    }
  }

  /** It stands beside the jar of this class. */
  private static Path archive() {
    return jarOf(MicroServer.class).resolveSibling("thor.war");
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
