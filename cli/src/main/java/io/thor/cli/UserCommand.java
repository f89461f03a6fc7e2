package io.thor.cli;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl user}: what an administrator does with users. */
@Command(name = "user", description = "Lists, adds and changes users; needs the role admin.")
final class UserCommand implements Runnable {

  private static final String PATH = "/api/users";

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name what to do, for example: thorctl user list");
  }

  @Command(
      name = "list",
      description = "Shows each user's name, roles and whether they may sign in.")
  int list() {
    thorctl.connect().get(PATH).json().getJsonArray("users").getValuesAs(JsonObject.class).stream()
        .map(UserCommand::line)
        .forEach(spec.commandLine().getOut()::println);
    return ExitCode.OK;
  }

  @Command(
      name = "add",
      description = "Adds a user; asks for the password, or takes THOR_NEW_PASSWORD.")
  int add(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--roles", required = true, split = ",", paramLabel = "ROLE")
          List<String> roles) {
    String password = thorctl.newPassword(name);
    JsonObject user =
        Json.createObjectBuilder()
            .add("username", name)
            .add("password", password)
            .add("roles", array(roles))
            .build();
    thorctl.connect().change("POST", PATH, user);
    return done(name + " is added");
  }

  @Command(name = "passwd", description = "Sets a user's password and ends their sessions.")
  int passwd(@Parameters(paramLabel = "NAME") String name) {
    String password = thorctl.newPassword(name);
    return change(name, Json.createObjectBuilder().add("password", password).build());
  }

  @Command(name = "grant", description = "Sets a user's roles and ends their sessions.")
  int grant(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--roles", required = true, split = ",", paramLabel = "ROLE")
          List<String> roles) {
    return change(name, Json.createObjectBuilder().add("roles", array(roles)).build());
  }

  @Command(name = "disable", description = "Lets a user sign in no more and ends their sessions.")
  int disable(@Parameters(paramLabel = "NAME") String name) {
    return change(name, Json.createObjectBuilder().add("enabled", false).build());
  }

  @Command(name = "enable", description = "Lets a disabled user sign in again.")
  int enable(@Parameters(paramLabel = "NAME") String name) {
    return change(name, Json.createObjectBuilder().add("enabled", true).build());
  }

  private int change(String name, JsonObject change) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    thorctl.connect().change("PATCH", PATH + "/" + encoded, change);
    return done(name + " is changed");
  }

  private int done(String what) {
    spec.commandLine().getOut().println(Printable.line(what));
    return ExitCode.OK;
  }

  private static JsonArray array(List<String> texts) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    texts.forEach(array::add);
    return array.build();
  }

  private static String line(JsonObject user) {
    String roles =
        user.getJsonArray("roles").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .collect(Collectors.joining(","));
    return Printable.line(
        "%-20s %-30s %s"
            .formatted(
                user.getString("username"),
                roles,
                user.getBoolean("enabled") ? "enabled" : "disabled"));
  }
}
