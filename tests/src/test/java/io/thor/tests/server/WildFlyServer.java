package io.thor.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Thor's EAR in a standalone WildFly, configured by {@code jboss-cli} before the first start. */
final class WildFlyServer extends ThorServer {
  private static final List<String> PORTS =
      List.of("http", "https", "management.http", "management.https", "ajp");

  private static final String ARCHIVE = "thor.ear";
  private static final Duration DEPLOYMENT_LIMIT = Duration.ofMinutes(2);

  private final Path installation;
  private final Path ear;
  private final List<Integer> ports;

  WildFlyServer(ServerOptions options, Path installation, Path ear) {
    this(options, installation, ear, FreePorts.find(PORTS.size()));
  }

  private WildFlyServer(ServerOptions options, Path installation, Path ear, List<Integer> ports) {
    super(options, ports.get(0));
    this.installation = installation;
    this.ear = ear;
    this.ports = ports;
    options.directory().copyTree(installation.resolve("standalone"), "standalone");
    deploy(ear, ARCHIVE);
    options.database().dataSource().driver().ifPresent(jar -> deploy(jar, "driver.jar"));
    administer();
  }

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(program("standalone.sh"));
    command.add("-Djboss.server.base.dir=" + base());
    for (int i = 0; i < ports.size(); i++) {
      command.add("-Djboss." + PORTS.get(i) + ".port=" + ports.get(i));
    }
    return command;
  }

  @Override
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(super.environment());
    environment.put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
    environment.put("PREPEND_JAVA_OPTS", ShortLived.jvmOptions());
    return environment;
  }

  @Override
  void configure(Readiness readiness) {
    // The configuration was written before the first start.
  }

  /** The server's scanner sees the copy, and marks it when it is deployed. */
  @Override
  void replaceArchive() {
    Path marker = deployments().resolve(ARCHIVE + ".deployed");
    long deployed = marker.toFile().lastModified();
    deploy(ear, ARCHIVE);
    if (!Await.until(() -> marker.toFile().lastModified() > deployed, DEPLOYMENT_LIMIT)) {
      throw new IllegalStateException("no new " + marker + "\n" + LogTail.of(log()));
    }
  }

  private void deploy(Path archive, String name) {
    try {
      Files.copy(archive, deployments().resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot deploy " + archive, e);
    }
  }

  private void administer() {
    List<String> script = new ArrayList<>();
    script.add("embed-server --server-config=standalone.xml --std-out=discard");
    script.add(dataSource());
    settings().forEach((key, value) -> script.add(property(key, value)));
    script.add("stop-embedded-server");
    Path file = options().directory().resolve("thor.cli");
    try {
      Files.write(file, script);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
    administration()
        .run(
            List.of(program("jboss-cli.sh"), "--file=" + file),
            Map.of("JAVA_OPTS", ShortLived.jvmOptions() + " -Djboss.server.base.dir=" + base()));
  }

  private String dataSource() {
    DataSourceSettings settings = options().database().dataSource();
    return "/subsystem=datasources/data-source=thor:add(jndi-name=\"java:/jdbc/thor\""
        + ",validate-on-match=true,background-validation=false,valid-connection-checker-class-name="
        + "org.jboss.jca.adapters.jdbc.extensions.novendor.JDBC4ValidConnectionChecker"
        + ",driver-name=%s,connection-url=%s,user-name=%s,password=%s)"
            .formatted(
                settings.driver().map(jar -> "driver.jar").orElse("h2"),
                quoted(settings.url()),
                quoted(settings.user()),
                quoted(settings.password()));
  }

  private static String property(String key, String value) {
    return "/system-property=" + quoted(key) + ":add(value=" + quoted(value) + ")";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private Path deployments() {
    return base().resolve("deployments");
  }

  private Path base() {
    return options().directory().resolve("standalone");
  }

  private String program(String name) {
    return installation.resolve("bin").resolve(name).toString();
  }
}
