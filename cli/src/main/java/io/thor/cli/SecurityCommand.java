package io.thor.cli;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl security}: what happened to users and sessions. */
@Command(
    name = "security",
    description = "Shows what happened to users and sessions; needs the role admin.")
final class SecurityCommand implements Runnable {

  private static final String PATH = "/api/security/events";

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name what to show, for example: thorctl security events");
  }

  @Command(
      name = "events",
      description = "Lists the newest events, or those after an id, oldest first.")
  int events(
      @Option(names = "--after", paramLabel = "ID", description = "Read on behind this event.")
          Optional<Long> after,
      @Option(names = "--limit", defaultValue = "100", paramLabel = "N", description = "1 to 1000.")
          int limit,
      @Option(
              names = "--of",
              paramLabel = "NAME",
              description = "Events of one user, as whom they concern or who did it.")
          Optional<String> user,
      @Option(names = "--kind", paramLabel = "KIND", description = "Such as SIGN_IN_FAILED.")
          Optional<String> kind) {
    String query =
        "?limit="
            + limit
            + after.map(id -> "&after=" + id).orElse("")
            + user.map(name -> "&user=" + encoded(name)).orElse("")
            + kind.map(name -> "&kind=" + encoded(name)).orElse("");
    thorctl
        .connect()
        .get(PATH + query)
        .json()
        .getJsonArray("events")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(SecurityCommand::line)
        .forEach(spec.commandLine().getOut()::println);
    return ExitCode.OK;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String line(JsonObject event) {
    return Printable.line(
        "%s  %s  %s user=%s by=%s from=%s %s"
            .formatted(
                event.get("id"),
                event.getString("at"),
                event.getString("kind"),
                event.getString("subject"),
                event.getString("actor"),
                event.getString("address"),
                event.getString("detail"))
            .stripTrailing());
  }
}
