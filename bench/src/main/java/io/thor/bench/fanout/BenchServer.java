package io.thor.bench.fanout;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A server on this machine that is measured, and the user whose sessions it gets. */
final class BenchServer {

  /** Is answered with 200 once Thor is ready. */
  static final String READY_PATH = "/api/health/ready";

  private static final String USER_VARIABLE = "THOR_USER";
  private static final String PASSWORD_VARIABLE = "THOR_PASSWORD";

  private final long pid;
  private final URI url;
  private final User user;
  private final BenchHttp http;

  /** Who signs in. */
  record User(String name, String password) {

    @Override
    public String toString() {
      return name;
    }
  }

  BenchServer(long pid, URI url, User user) {
    this.pid = pid;
    this.url = url;
    this.user = user;
    this.http = new BenchHttp(url);
  }

  /**
   * One that runs already, with the user of the environment.
   *
   * <p>Errors: {@link IllegalStateException} when there is no user, or no Thor that is ready.
   */
  static BenchServer attached(Attachment to, Map<String, String> environment)
      throws InterruptedException {
    User user =
        new User(variable(environment, USER_VARIABLE), variable(environment, PASSWORD_VARIABLE));
    BenchServer server = new BenchServer(to.pid, to.url, user);
    if (!server.answers(READY_PATH)) {
      throw new IllegalStateException(
          "%s does not answer %s with 200; does Thor run there, and is it ready?"
              .formatted(to.url, READY_PATH));
    }
    return server;
  }

  private static String variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    name + " is not set; set it for the user of the sessions, such as trader"));
  }

  long pid() {
    return pid;
  }

  /** The root of what it serves. */
  URI url() {
    return url;
  }

  ProcessFigures figures() {
    return new ProcessFigures(pid);
  }

  /** Whether a path is answered with 200. */
  boolean answers(String path) throws InterruptedException {
    return http.answers(path);
  }

  /** Signs in and gives the token. */
  String signIn() throws IOException, InterruptedException {
    return http.signIn(user);
  }

  /** The sessions that it says it has. */
  long sessions() throws IOException, InterruptedException {
    return http.sessions();
  }

  /** The sessions that it says it has closed, by close code. */
  Map<String, Long> closings() throws IOException, InterruptedException {
    return http.closings();
  }
}
