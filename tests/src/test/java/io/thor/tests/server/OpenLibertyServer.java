package io.thor.tests.server;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Thor's EAR in a server of Open Liberty, configured by files before the first start. */
final class OpenLibertyServer extends ThorServer {
  private static final String NAME = "thor";
  private static final String UPDATED = "CWWKZ0003I";

  /** What others print, it writes to a file alone, unless it is told so. */
  private static final Map<String, String> PRINT_ALL =
      Map.of("WLP_LOGGING_CONSOLE_LOGLEVEL", "INFO");

  private static final Duration UPDATE_LIMIT = Duration.ofMinutes(2);

  private final Path installation;
  private final Path ear;
  private final int httpPort;

  OpenLibertyServer(ServerOptions options, Path installation, Path ear) {
    this(options, installation, ear, FreePorts.one());
  }

  private OpenLibertyServer(ServerOptions options, Path installation, Path ear, int httpPort) {
    super(options, httpPort);
    this.installation = installation;
    this.ear = ear;
    this.httpPort = httpPort;
    try {
      administer();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare " + server(), e);
    }
  }

  @Override
  List<String> command() {
    return List.of(program(), "run", NAME);
  }

  @Override
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(super.environment());
    environment.putAll(directories());
    environment.putAll(PRINT_ALL);
    return environment;
  }

  @Override
  void configure(Readiness readiness) {
    // The configuration was written before the first start.
  }

  /** The server looks for changed archives twice a second, and says when one is in place. */
  @Override
  void replaceArchive() {
    long updates = updates();
    try {
      Files.copy(ear, archive(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot deploy " + ear, e);
    }
    if (!Await.until(() -> updates() > updates, UPDATE_LIMIT)) {
      throw new IllegalStateException("no update of " + archive() + "\n" + LogTail.of(log()));
    }
  }

  private long updates() {
    try (Stream<String> lines = Files.lines(log())) {
      return lines.filter(line -> line.contains(UPDATED)).count();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + log(), e);
    }
  }

  @Override
  void stop(ServerProcess running) {
    administration().run(List.of(program(), "stop", NAME), directories());
    running.stop(STOP_LIMIT);
  }

  private void administer() throws IOException {
    Files.createDirectories(archive().getParent());
    Files.copy(ear, archive());
    DataSourceSettings source = options().database().dataSource();
    Path driver = Files.createDirectories(server().resolve("drivers")).resolve("driver.jar");
    Files.copy(source.driver().orElseThrow(), driver);
    Files.writeString(server().resolve("server.xml"), configuration(source));
    Files.write(
        server().resolve("bootstrap.properties"),
        settings().entrySet().stream().map(OpenLibertyServer::property).toList());
    Files.write(server().resolve("jvm.options"), ShortLived.JVM_OPTIONS);
  }

  /** The same as the guide for operators has. */
  private String configuration(DataSourceSettings source) {
    return """
        <server>
          <featureManager>
            <feature>webProfile-10.0</feature>
            <feature>mpConfig-3.1</feature>
          </featureManager>
          <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1">
            <httpOptions removeServerHeader="true"/>
          </httpEndpoint>
          <webContainer disableXPoweredBy="true"/>
          <executor coreThreads="64"/>
          <library id="driver"><file name="${server.config.dir}/drivers/driver.jar"/></library>
          <dataSource jndiName="jdbc/thor" type="javax.sql.DataSource"
                      isolationLevel="TRANSACTION_READ_COMMITTED" validationTimeout="2s">
            <jdbcDriver libraryRef="driver" javax.sql.DataSource="%s"/>
            <properties URL="%s" user="%s" password="%s"/>
          </dataSource>
          <applicationManager autoExpand="true"/>
          <enterpriseApplication location="thor.ear" name="thor"/>
        </server>
        """
        .formatted(
            httpPort,
            source.dataSourceClass(),
            escaped(source.url()),
            escaped(source.user()),
            escaped(source.password()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }

  /**
   * A line of a properties file, of which only backslashes and what is beyond ASCII are special.
   */
  private static String property(Map.Entry<String, String> setting) {
    String value =
        setting
            .getValue()
            .chars()
            .mapToObj(c -> c < 128 && c != '\\' ? "" + (char) c : "\\u%04x".formatted(c))
            .collect(joining());
    return setting.getKey() + "=" + value;
  }

  private Map<String, String> directories() {
    return Map.of("WLP_USER_DIR", options().directory().resolve("usr").toString());
  }

  private Path archive() {
    return server().resolve("apps").resolve("thor.ear");
  }

  private Path server() {
    return options().directory().resolve("usr").resolve("servers").resolve(NAME);
  }

  private String program() {
    return installation.resolve("bin").resolve("server").toString();
  }
}
