package io.thor.bench.fanout;

import io.thor.bench.bare.BareEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A web archive with {@link BareEndpoint} and nothing else, and how to serve it. */
final class BareArchive {

  /** A file of the archive. */
  static final String READY_PATH = "/ready.txt";

  private BareArchive() {}

  /** Writes it into a directory. */
  static Path write(Path directory) throws IOException {
    Path archive = directory.resolve("bare.war");
    String type = BareEndpoint.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(file);
        InputStream endpoint = BareArchive.class.getResourceAsStream("/" + type)) {
      zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + type));
      endpoint.transferTo(zip);
      zip.putNextEntry(new ZipEntry(READY_PATH.substring(1)));
      zip.write("ready\n".getBytes(StandardCharsets.UTF_8));
    }
    return archive;
  }

  /** Writes what Payara Micro has to do before it opens its port: to open it on loopback alone. */
  static Path writeCommands(Path directory) throws IOException {
    return Files.writeString(
        directory.resolve("pre-boot-commands"),
        "set configs.config.server-config.network-config.network-listeners.network-listener"
            + ".http-listener.address=127.0.0.1\n");
  }
}
