package io.thor.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Thor's EAR in a domain of Payara Server or GlassFish, configured by {@code asadmin} at its first
 * start.
 */
final class AsadminServer extends ThorServer {
  private static final Duration DOMAIN_LIMIT = Duration.ofMinutes(2);
  private static final Map<String, String> ASADMIN =
      Map.of("AS_EXTRA_JAVA_OPTS", ShortLived.jvmOptions());
  private static final Pattern SUCCESS =
      Pattern.compile("Command (?!multimode).+ executed successfully\\.");

  private final Path installation;
  private final Path ear;
  private final PayaraDomain domain;
  private boolean configured;

  AsadminServer(ServerOptions options, Path installation, Path ear) {
    this(options, installation, ear, PayaraDomain.copy(installation, options.directory()));
  }

  private AsadminServer(ServerOptions options, Path installation, Path ear, PayaraDomain domain) {
    super(options, domain.httpPort());
    this.installation = installation;
    this.ear = ear;
    this.domain = domain;
    options.database().dataSource().driver().ifPresent(this::addLibrary);
  }

  @Override
  List<String> command() {
    return asadmin("start-domain", "--verbose", "--domaindir", parent(), PayaraDomain.NAME);
  }

  /** The server itself has its options in the domain; these are for {@code asadmin}. */
  @Override
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(super.environment());
    environment.putAll(ASADMIN);
    return environment;
  }

  @Override
  void configure(Readiness readiness) {
    if (configured) {
      return;
    }
    URI admin = URI.create("http://127.0.0.1:" + domain.adminPort() + "/__asadmin/version");
    readiness.await(admin, DOMAIN_LIMIT);
    administer(commands());
    configured = true;
  }

  @Override
  void replaceArchive() {
    administer(List.of("undeploy thor", deploy()));
  }

  @Override
  void stop(ServerProcess running) {
    administration()
        .run(asadmin("stop-domain", "--domaindir", parent(), PayaraDomain.NAME), ASADMIN);
    running.stop(STOP_LIMIT);
  }

  private List<String> commands() {
    List<String> commands = new ArrayList<>();
    DataSourceSettings settings = options().database().dataSource();
    commands.add(
        "create-jdbc-connection-pool --restype javax.sql.DataSource --isconnectvalidatereq=true"
            + " --failconnection=true --validationmethod custom-validation --validationclassname "
            + "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation --datasourceclassname "
            + settings.dataSourceClass()
            + " --property "
            + property("URL", settings.url())
            + ":"
            + property("User", settings.user())
            + ":"
            + property("Password", settings.password())
            + " thor");
    commands.add("create-jdbc-resource --connectionpoolid thor jdbc/thor");
    settings()
        .forEach((key, value) -> commands.add("create-system-properties " + property(key, value)));
    commands.add(deploy());
    return commands;
  }

  private String deploy() {
    return "deploy --name thor \"" + ear + "\"";
  }

  /** Each run of asadmin is a JVM of half a second or more, so that one run does all. */
  private void administer(List<String> commands) {
    Path file = options().directory().resolve("thor.asadmin");
    try {
      Files.write(file, commands);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
    long before = successes();
    administration().run(multimode(file), ASADMIN);
    long succeeded = successes() - before;
    if (succeeded != commands.size()) {
      throw new IllegalStateException(
          "%d of %d commands of asadmin succeeded\n%s\n%s"
              .formatted(
                  succeeded,
                  commands.size(),
                  LogTail.of(administration().log()),
                  LogTail.of(log())));
    }
  }

  /** Counts in the output of all runs, as {@code multimode} succeeds whatever its commands do. */
  private long successes() {
    Path log = administration().log();
    if (!Files.exists(log)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> SUCCESS.matcher(line).matches()).count();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + log, e);
    }
  }

  /** Key and value for asadmin, in which colons separate properties unless escaped. */
  private static String property(String key, String value) {
    return '"' + key + "=" + value.replaceAll("([:=\\\\])", "\\\\$1") + '"';
  }

  private void addLibrary(Path jar) {
    try {
      Files.copy(jar, domain.libraries().resolve(jar.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot give the domain the library " + jar, e);
    }
  }

  private List<String> multimode(Path commands) {
    String port = String.valueOf(domain.adminPort());
    return asadmin("--port", port, "--user", "admin", "multimode", "--file", commands.toString());
  }

  private List<String> asadmin(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(installation.resolve("bin").resolve("asadmin").toString());
    command.add("--interactive=false");
    command.addAll(List.of(arguments));
    return command;
  }

  private String parent() {
    return domain.parent().toString();
  }
}
