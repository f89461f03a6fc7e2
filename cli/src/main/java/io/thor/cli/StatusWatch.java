package io.thor.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks again and again and prints what is new. A server that does not answer is waited for; a token
 * that has ended is replaced by signing in again.
 */
final class StatusWatch {

  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final Supplier<ThorServer> signIn;
  private final Function<ThorServer, List<String>> question;
  private final Surroundings surroundings;
  private Optional<ThorServer> server = Optional.empty();

  StatusWatch(
      Supplier<ThorServer> signIn,
      Function<ThorServer, List<String>> question,
      Surroundings surroundings) {
    this.signIn = signIn;
    this.question = question;
    this.surroundings = surroundings;
  }

  /** Returns when the surroundings want no more waiting; the first sign-in must succeed. */
  void run(PrintWriter out, PrintWriter err) {
    server = Optional.of(signIn.get());
    List<String> shown = List.of();
    do {
      List<String> lines = ask(err);
      if (!lines.isEmpty() && !lines.equals(shown)) {
        lines.forEach(out::println);
        out.flush();
        shown = lines;
      }
    } while (surroundings.pause(BETWEEN));
  }

  private List<String> ask(PrintWriter err) {
    try {
      ThorServer known = server.orElseGet(signIn);
      server = Optional.of(known);
      return question.apply(known);
    } catch (ServerFailed | SignInRefused e) {
      if (server.isEmpty() && e instanceof SignInRefused refused) {
        throw refused;
      }
      server = Optional.empty();
      err.println("thorctl: " + Printable.line(e.getMessage()));
      return List.of();
    }
  }
}
