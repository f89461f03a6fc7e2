package io.thor.bench.fanout;

import io.thor.bench.load.LoadCommand;
import io.thor.bench.load.LoadReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The load generator in its own process. */
final class LoadProcess implements AutoCloseable {

  /** Frames that the server puts into one batch at most. */
  private static final int BATCH_FRAMES = 1024;

  private final Child child;
  private final BufferedReader answers;
  private final Writer orders;

  private LoadProcess(Child child) {
    this.child = child;
    this.answers = child.process().inputReader();
    this.orders = child.process().outputWriter();
  }

  /** Starts one with so many sessions that read, and returns when all are open. */
  static LoadProcess reading(FanoutOptions options, int sessions, URI url, String token)
      throws IOException {
    return open(options, sessions, List.of(), url, token);
  }

  /** Starts one with so many sessions of which none ever reads, and returns when all are open. */
  static LoadProcess silent(FanoutOptions options, int sessions, URI url, String token)
      throws IOException {
    return open(options, sessions, List.of("--silent"), url, token);
  }

  private static LoadProcess open(
      FanoutOptions options, int sessions, List<String> habit, URI url, String token)
      throws IOException {
    List<String> command = new ArrayList<>(Child.java());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), "io.thor.bench.Bench", "load"));
    command.addAll(List.of("--url", url.toString()));
    command.addAll(List.of("--sessions", Integer.toString(sessions)));
    command.addAll(habit);
    command.addAll(List.of("--symbols", Integer.toString(options.symbols)));
    command.addAll(List.of("--client", options.client.name().toLowerCase(Locale.ROOT)));
    int frame = Math.max(300_000, BATCH_FRAMES * (options.bytes + 50));
    command.addAll(List.of("--largest-frame", Integer.toString(frame)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    LoadProcess load =
        new LoadProcess(Child.start(builder, Map.of(LoadCommand.TOKEN_VARIABLE, token)));
    try {
      load.expect("open");
      return load;
    } catch (IOException e) {
      load.close();
      throw e;
    }
  }

  ProcessFigures figures() {
    return child.figures();
  }

  void reset() throws IOException {
    order("reset");
    expect("reset");
  }

  LoadReport report() throws IOException {
    order("report");
    return LoadReport.parse(answer());
  }

  @Override
  public void close() {
    child.close();
  }

  private void order(String order) throws IOException {
    orders.write(order + "\n");
    orders.flush();
  }

  private void expect(String wanted) throws IOException {
    String answer = answer();
    if (!answer.equals(wanted)) {
      throw new IOException("the load generator said '" + answer + "', not '" + wanted + "'");
    }
  }

  private String answer() throws IOException {
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the load generator has ended; it says above why");
    }
    return answer;
  }
}
