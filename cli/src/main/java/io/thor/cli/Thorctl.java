package io.thor.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The root command: where the server is and who asks, for every command below it. A new command is
 * a class of its own and its name in {@code subcommands}.
 */
@Command(
    name = "thorctl",
    description = "Watches and steers the cutover from REST to WebSocket.",
    subcommands = {
      StatusCommand.class,
      GatesCommand.class,
      AdvanceCommand.class,
      ApproveCommand.class,
      RollbackCommand.class,
      AcknowledgeCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      KillCommand.class,
      WhyCommand.class,
      DrillCommand.class,
      SessionsCommand.class,
      ParityCommand.class,
      TailCommand.class,
      AuditCommand.class,
      UserCommand.class,
      ReplayCommand.class,
      SecurityCommand.class,
      CompletionCommand.class,
      CalendarCommand.class,
      ConfigCommand.class
    },
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:server unreachable, or it answered with an error",
      "2:wrong or incomplete command line",
      "3:a gate holds, or a second operator must approve",
      "4:status: a feature is latched as rolled back",
      "5:sign-in refused",
      "6:the order is refused",
      "7:audit: an entry was altered or is missing",
      "8:replay: rows were left out under --strict, or no row is a trade; nothing was written",
      "9:replay: the file cannot be read, or the output cannot be written",
      "10:drill: the session did not follow in time"
    })
final class Thorctl implements Runnable {

  static final String DEFAULT_URL = "http://localhost:8080";

  @Option(
      names = "--url",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = {"The server; default: THOR_URL, else", DEFAULT_URL})
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--user",
      scope = ScopeType.INHERIT,
      paramLabel = "NAME",
      description =
          "Who signs in; default: THOR_USER. Without it, THOR_TOKEN is a token from a sign-in before,"
              + " and nobody signs in.")
  private Optional<String> user = Optional.empty();

  @Option(
      names = "--password",
      scope = ScopeType.INHERIT,
      paramLabel = "PASSWORD",
      description =
          "Default: THOR_PASSWORD, else asked for at the terminal. Other users of this machine can"
              + " see a command line; prefer the variable or the question.")
  private Optional<String> password = Optional.empty();

  @Option(
      names = "--timeout-seconds",
      scope = ScopeType.INHERIT,
      paramLabel = "N",
      defaultValue = "10",
      description = "How long one answer may take; default: ${DEFAULT-VALUE}.")
  private int timeoutSeconds;

  @Spec private CommandSpec spec;

  private final Surroundings surroundings;
  private Optional<Credentials> given = Optional.empty();

  Thorctl(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  public static void main(String[] args) {
    System.exit(commandLine(Surroundings.ofThisProcess()).execute(args));
  }

  /** The whole command tree, ready to execute. */
  static CommandLine commandLine(Surroundings surroundings) {
    return new CommandLine(new Thorctl(surroundings))
        .setExecutionExceptionHandler(Thorctl::explain);
  }

  /** Without a command there is nothing to do but to say so. */
  @Override
  public void run() {
    throw usage("Name a command, for example: thorctl status");
  }

  /**
   * A signed-in connection to the server of the options; who signs in is asked once. A token from
   * before takes the place of a sign-in, which needs the server's database.
   *
   * @throws CommandFailure when it does not come about
   */
  ThorServer connect() {
    URI server = serverUrl();
    if (timeoutSeconds < 1) {
      throw usage("--timeout-seconds is " + timeoutSeconds + "; give 1 or more.");
    }
    Duration timeout = Duration.ofSeconds(timeoutSeconds);
    Optional<String> token =
        user.isPresent() ? Optional.empty() : surroundings.choose(user, "THOR_TOKEN");
    if (token.isPresent()) {
      return ThorServer.withToken(server, token.get(), timeout);
    }
    given = Optional.of(given.orElseGet(this::credentials));
    return ThorServer.signIn(server, given.get(), timeout);
  }

  /** What is around this command. */
  Surroundings surroundings() {
    return surroundings;
  }

  /** The password that a user is to have: never an option, for command lines can be seen. */
  String newPassword(String username) {
    return surroundings
        .choose(Optional.empty(), "THOR_NEW_PASSWORD")
        .or(() -> surroundings.passwordPrompt().apply("New password of " + username + ": "))
        .orElseThrow(
            () ->
                usage("No new password: set THOR_NEW_PASSWORD, or run at a terminal to be asked."));
  }

  private URI serverUrl() {
    String text = surroundings.choose(url, "THOR_URL").orElse(DEFAULT_URL);
    try {
      return ServerUrl.parse(text);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private Credentials credentials() {
    String name =
        surroundings
            .choose(user, "THOR_USER")
            .orElseThrow(() -> usage("No user: give --user or set THOR_USER."));
    String secret =
        surroundings
            .choose(password, "THOR_PASSWORD")
            .or(() -> surroundings.passwordPrompt().apply("Password of " + name + ": "))
            .orElseThrow(
                () ->
                    usage(
                        "No password: set THOR_PASSWORD, give --password, or run at a terminal to"
                            + " be asked."));
    return new Credentials(name, secret);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static int explain(
      Exception thrown, CommandLine commandLine, CommandLine.ParseResult ignored) throws Exception {
    if (thrown instanceof CommandFailure failure) {
      PrintWriter err = commandLine.getErr();
      err.println("thorctl: " + Printable.line(failure.getMessage()));
      return failure.exitCode();
    }
    throw thrown;
  }
}
