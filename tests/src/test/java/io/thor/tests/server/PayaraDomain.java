package io.thor.tests.server;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A copy of the domain that Payara Server ships, moved to free loopback ports and with what
 * SECURITY.md tells its administrator to turn off. A copy takes milliseconds; {@code create-domain}
 * takes over ten seconds, most of it for keys that no test uses.
 *
 * @param parent the directory of domains, as {@code asadmin --domaindir} wants it
 * @param httpPort of the applications
 * @param adminPort of {@code asadmin}
 */
public record PayaraDomain(Path parent, int httpPort, int adminPort) {
  /** The name of the domain in the distribution and here. */
  static final String NAME = "domain1";

  // Ports of five digits belong to the template for further instances, which nobody starts here.
  private static final Pattern PORT = Pattern.compile("((?i:port)(?:=\"?|\" value=\"))(\\d{4})\\b");

  /** Copies the domain out of an installation. */
  static PayaraDomain copy(Path installation, RunDirectory directory) {
    directory.copyTree(domains(installation), "domains");
    return moved(directory.resolve("domains"));
  }

  /** Moves the domain of an installation itself, as far as it is this test's own. */
  public static PayaraDomain inPlace(Path installation) {
    return moved(domains(installation));
  }

  private static Path domains(Path installation) {
    return installation.resolve("glassfish").resolve("domains");
  }

  private static PayaraDomain moved(Path parent) {
    Path configuration = parent.resolve(NAME).resolve("config").resolve("domain.xml");
    try {
      String shipped = Files.readString(configuration);
      Map<String, Integer> ports = freePorts(shipped);
      Files.writeString(configuration, quick(secured(moved(shipped, ports))));
      return new PayaraDomain(parent, ports.get("8080"), ports.get("4848"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot change " + configuration, e);
    }
  }

  /** The directory whose jars every application sees. */
  Path libraries() {
    return parent.resolve(NAME).resolve("lib");
  }

  private static Map<String, Integer> freePorts(String xml) {
    List<String> shipped =
        PORT.matcher(xml).results().map(port -> port.group(2)).distinct().toList();
    List<Integer> free = FreePorts.find(shipped.size());
    return IntStream.range(0, shipped.size()).boxed().collect(toMap(shipped::get, free::get));
  }

  private static String moved(String xml, Map<String, Integer> ports) {
    String onFreePorts =
        PORT.matcher(xml)
            .replaceAll(port -> Matcher.quoteReplacement(port.group(1) + ports.get(port.group(2))));
    return onFreePorts
        .replace("0.0.0.0", "127.0.0.1")
        .replace("<network-listener port", "<network-listener address=\"127.0.0.1\" port");
  }

  /**
   * What SECURITY.md asks of an administrator: no pages of the server's own, no Hazelcast, and
   * threads enough. Before the start, for a running server would open its listener anew, and keep
   * the metrics.
   */
  private static String secured(String xml) {
    String pages =
        Stream.of("metrics", "healthcheck", "openapi")
            .map("<microprofile-%s-configuration enabled=\"false\"/>"::formatted)
            .collect(joining());
    return xml.replace(
            "<microprofile-metrics-configuration></microprofile-metrics-configuration>", pages)
        .replace(
            "<hazelcast-config-specific-configuration>",
            "<hazelcast-config-specific-configuration enabled=\"false\">")
        .replace(
            "<thread-pool name=\"http-thread-pool\" max-queue-size",
            "<thread-pool name=\"http-thread-pool\" max-thread-pool-size=\"200\" max-queue-size")
        .replace("<http default", "<http xpowered-by=\"false\" default");
  }

  private static String quick(String xml) {
    String options =
        ShortLived.JVM_OPTIONS.stream()
            .map("<jvm-options>%s</jvm-options>"::formatted)
            .collect(joining());
    return xml.replace(
        "<jvm-options>-server</jvm-options>", "<jvm-options>-server</jvm-options>" + options);
  }
}
