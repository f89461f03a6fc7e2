package io.thor.rest.cutover;

import io.thor.cutover.Actor;
import io.thor.cutover.Canary;
import io.thor.cutover.Command;
import io.thor.cutover.Order;
import io.thor.cutover.Stage;
import io.thor.cutover.Step;
import io.thor.identity.Viewer;
import io.thor.rest.JsonBody;
import io.thor.rest.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The body of a verb: {@code {"reason":"...","to":"CANARY","percent":5,"accounts":[]}}. */
record OrderBody(JsonObject json) {

  /** The header in which Thor's own programs name themselves. */
  static final String CLIENT = "Thor-Client";

  private static final int LONGEST_REASON = 300;
  private static final int MOST_ACCOUNTS = 50;
  private static final Set<String> CLIENTS = Set.of("console", "thorctl");

  static OrderBody read(String body) {
    return new OrderBody(JsonBody.of(body, "{\"reason\":\"...\"}").object());
  }

  String reason() {
    String reason = text("reason").strip();
    if (reason.isEmpty()) {
      throw Problem.missing("reason", "say why, in words for the audit");
    }
    if (reason.length() > LONGEST_REASON) {
      throw Problem.badRequest(
          "reason", reason.length() + " characters", "at most " + LONGEST_REASON);
    }
    return reason;
  }

  static Actor actor(Viewer viewer, String client) {
    return new Actor(viewer.username(), CLIENTS.contains(String.valueOf(client)) ? client : "api");
  }

  Order toOrder(String verb, Viewer viewer, String client, Optional<String> ifMatch) {
    return new Order(command(verb), actor(viewer, client), reason(), revision(ifMatch));
  }

  private Command command(String verb) {
    return switch (verb) {
      case "advance" -> new Command.Advance(step());
      case "approve" -> new Command.Approve();
      case "rollback" -> new Command.Rollback(step().orElse(Step.SHADOW));
      case "acknowledge" -> new Command.Acknowledge();
      case "pause" -> new Command.Pause();
      case "resume" -> new Command.Resume();
      default -> throw Problem.notFound("verb", verb);
    };
  }

  private Optional<Step> step() {
    Optional<Canary> canary = canary();
    if (!json.containsKey("to") && canary.isEmpty()) {
      return Optional.empty();
    }
    String to = text("to").isEmpty() ? Stage.CANARY.name() : text("to");
    try {
      return Optional.of(new Step(Stage.valueOf(to), canary.orElse(Canary.NOBODY)));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(
          "to", to, "OFF, SHADOW, LIVE, COMPLETE, or CANARY with percent or accounts");
    }
  }

  private Optional<Canary> canary() {
    try {
      if (json.get("percent") instanceof JsonNumber percent) {
        return Optional.of(new Canary.Percent(percent.intValueExact()));
      }
      if (json.get("accounts") instanceof JsonArray array && !array.isEmpty()) {
        return Optional.of(new Canary.Accounts(accounts(array)));
      }
      return Optional.empty();
    } catch (IllegalArgumentException | ArithmeticException | ClassCastException e) {
      throw Problem.badRequest(
          "percent or accounts", json.toString(), "a whole percent from 1 to 100, or account ids");
    }
  }

  private static Set<String> accounts(JsonArray array) {
    if (array.size() > MOST_ACCOUNTS) {
      throw Problem.badRequest("accounts", array.size() + " ids", "at most " + MOST_ACCOUNTS);
    }
    return array.getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .collect(Collectors.toSet());
  }

  /** Quoted like an entity tag, or bare. */
  private static OptionalLong revision(Optional<String> ifMatch) {
    if (ifMatch.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(ifMatch.get().replace("\"", "").strip()));
    } catch (NumberFormatException e) {
      throw Problem.badRequest("If-Match", ifMatch.get(), "the revision that you have seen");
    }
  }

  private String text(String field) {
    return json.get(field) instanceof JsonString text ? text.getString() : "";
  }
}
