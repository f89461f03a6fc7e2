package io.thor.tests.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The proxies that the guide for operators configures, each a package of Debian of that name. */
public enum ProxyKind {
  NGINX("nginx", "listen 443 ", "listen 127.0.0.1:%d ", "/etc/ssl/") {
    @Override
    List<String> arguments(Path directory) {
      return List.of("-e", "stderr", "-p", directory + "/", "-c", "main.conf");
    }
  },

  HAPROXY("HAProxy", "bind :443 ", "bind 127.0.0.1:%d ", "/etc/haproxy/") {
    @Override
    List<String> arguments(Path directory) {
      return List.of("-db", "-f", directory.resolve("desk.conf").toString());
    }
  };

  /** What nginx needs around a configuration to run in the foreground, in a directory alone. */
  static final String NGINX_MAIN =
      """
      daemon off;
      pid nginx.pid;
      events {}
      http {
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        include desk.conf;
      }
      """;

  private static final String SERVER = "127.0.0.1:8080";
  private static final String SILENCE = "60s";

  private final String title;
  private final String listen;
  private final String listenHere;
  private final String certificates;

  ProxyKind(String title, String listen, String listenHere, String certificates) {
    this.title = title;
    this.listen = listen;
    this.listenHere = listenHere;
    this.certificates = certificates;
  }

  /** Its name as its makers write it. */
  public String title() {
    return title;
  }

  /** The name of its program, and of Debian's package. */
  String program() {
    return title.toLowerCase(Locale.ROOT);
  }

  /** What the program is told to run in the foreground on {@code desk.conf} of a directory. */
  abstract List<String> arguments(Path directory);

  /**
   * A documented configuration with nothing changed but what differs on this machine.
   *
   * @param port where it listens
   * @param directory of its certificate and key
   * @param silence after which it ends a connection
   */
  String here(String documented, int port, URI server, Path directory, Duration silence) {
    String text = replaced(documented, listen, listenHere.formatted(port));
    text = replaced(text, SERVER, server.getAuthority());
    text = replaced(text, certificates, directory + "/");
    return replaced(text, SILENCE, silence.toSeconds() + "s");
  }

  private String replaced(String text, String documented, String here) {
    if (!text.contains(documented)) {
      throw new IllegalArgumentException(
          "the configuration of %s does not say '%s' any more: tell %s what it says"
              .formatted(title, documented, ProxyKind.class.getSimpleName()));
    }
    return text.replace(documented, here);
  }
}
