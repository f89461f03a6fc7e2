package io.thor.tests.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the JDK's {@code jcmd} tells of a JVM on this machine. */
public record Jvm(long pid) {
  /** A class that each deployment loads once, from the library that all its modules share. */
  private static final Pattern DEPLOYMENT =
      Pattern.compile("io\\.thor\\.storage\\.Database/0x[0-9a-f]+");

  private static final Pattern THREAD = Pattern.compile("(?m)^\"(.*)\" #\\d+ .*tid=");

  /** After a full collection, how many deployments of Thor still have their classes loaded. */
  public long deployments() {
    tell("GC.run");
    return DEPLOYMENT.matcher(tell("VM.class_hierarchy")).results().count();
  }

  /** The names of its live Java threads, sorted. */
  public List<String> threads() {
    Matcher threads = THREAD.matcher(tell("Thread.print"));
    return threads.results().map(found -> found.group(1)).sorted().toList();
  }

  private String tell(String question) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    List<String> command = List.of(jcmd.toString(), String.valueOf(pid), question);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (InputStream output = process.getInputStream()) {
        String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
          throw new IllegalStateException(String.join(" ", command) + " failed\n" + text);
        }
        return text;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for jcmd", e);
    }
  }
}
