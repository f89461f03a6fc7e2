package io.thor.tests.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows docs/developers/add-a-broadcast.md: its message and its job, in a copy of the contract.
 */
class AddABroadcastTest {

  private static final Path ROOT = Path.of("..");

  @TempDir Path directory;

  private final Guide guide = Guide.page("docs/developers/add-a-broadcast.md");

  @Test
  void theMessageOfThePageIsEncodedAsItSays() throws ReflectiveOperationException, IOException {
    copyContract();
    Path message = directory.resolve("io/thor/message");
    Files.writeString(
        message.resolve("QuoteUpdate.java"),
        "package io.thor.message; import java.math.BigDecimal; import java.time.Instant; import"
            + " java.util.Objects;\n"
            + guide.block("record QuoteUpdate"));
    permit(message.resolve("TopicMessage.java"));
    Files.createDirectories(directory.resolve("io/thor/quotes"));
    Files.writeString(
        directory.resolve("io/thor/quotes/Quotes.java"),
        "package io.thor.quotes; public class Quotes { public void refreshAll() {} }");
    Files.writeString(
        directory.resolve("io/thor/quotes/QuotesJob.java"),
        "package io.thor.quotes; import io.thor.jobs.Job; import jakarta.enterprise.context.*;"
            + " import jakarta.inject.*; import java.time.Duration;\n"
            + guide.block("class QuotesJob"));

    compile();

    assertEquals(
        "{\"type\":\"quote\",\"topic\":\"quote:BTC-USD\",\"epoch\":\"k7\",\"seq\":1,"
            + "\"as_of\":\"2026-01-05T14:30:00Z\",\"data\":{\"symbol\":\"BTC-USD\",\"bid\":807.10,"
            + "\"ask\":807.20,\"timestamp\":\"2026-01-05T14:30:00Z\"}}",
        encoded());
  }

  private String encoded() throws ReflectiveOperationException, IOException {
    URL[] classes = {directory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, platform())) {
      Instant at = Instant.parse("2026-01-05T14:30:00Z");
      Class<?> position = loader.loadClass("io.thor.message.StreamPosition");
      Object first =
          position
              .getConstructor(String.class, long.class, Instant.class)
              .newInstance("k7", 1L, at);
      Object quote =
          loader
              .loadClass("io.thor.message.QuoteUpdate")
              .getConstructor(
                  position, String.class, BigDecimal.class, BigDecimal.class, Instant.class)
              .newInstance(first, "BTC-USD", new BigDecimal("807.1"), new BigDecimal("807.2"), at);
      Method encode =
          loader
              .loadClass("io.thor.message.MessageEncoder")
              .getMethod("encode", loader.loadClass("io.thor.message.Message"));
      return new String((byte[]) encode.invoke(null, quote), StandardCharsets.UTF_8);
    }
  }

  /** Without the contract as it is, of which the copy is another. */
  private static ClassLoader platform() {
    return ClassLoader.getPlatformClassLoader();
  }

  private void copyContract() throws IOException {
    Path sources = ROOT.resolve("contract/src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = directory.resolve(sources.relativize(file).toString());
        if (Files.isRegularFile(file)) {
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  private static void permit(Path hierarchy) throws IOException {
    String sealed = Files.readString(hierarchy);
    Matcher permits = Pattern.compile("permits\\s+").matcher(sealed);
    assertTrue(permits.find(), "TopicMessage has no permits");
    Files.writeString(hierarchy, permits.replaceFirst("permits QuoteUpdate, "));
  }

  private void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        Stream<Path> sources = Files.walk(directory)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("-d", directory.toString(), "-proc:none", "-nowarn"),
                  null,
                  files.getJavaFileObjectsFromPaths(
                      sources.filter(file -> file.toString().endsWith(".java")).toList()))
              .call();
      assertTrue(compiled, messages::toString);
    }
  }
}
