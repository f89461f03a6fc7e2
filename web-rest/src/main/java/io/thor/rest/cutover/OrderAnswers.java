package io.thor.rest.cutover;

import io.thor.cutover.GateCheck;
import io.thor.cutover.GateReport;
import io.thor.cutover.Outcome;
import io.thor.cutover.Refusal;
import io.thor.json.RecordJson;
import io.thor.rest.ProblemMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** What a verb is answered. */
final class OrderAnswers {

  private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");
  private static final int PRECONDITION_REQUIRED = 428;

  /**
   * A refusal as RFC 9457 describes it, with two members of its own.
   *
   * @param gates the conditions of the gate that holds
   * @param current what the feature is, so that a stale caller sees the difference
   */
  public record Refused(
      String type,
      String title,
      int status,
      String detail,
      List<GateCheck> gates,
      FeatureAnswer current) {}

  /** All features after one order. */
  public record All(List<FeatureAnswer> features) {}

  private OrderAnswers() {}

  /**
   * Of one order.
   *
   * @param stored whether the database has what was ordered of the feature before
   */
  static Response of(Outcome outcome, Instant now, boolean stored) {
    if (outcome instanceof Outcome.Accepted accepted) {
      return Response.ok(done(accepted, now)).build();
    }
    if (outcome instanceof Outcome.Awaiting awaiting) {
      return Response.accepted(FeatureAnswer.of(awaiting.state(), now, true)).build();
    }
    return refused((Outcome.Refused) outcome, now, stored);
  }

  /** Of a kill, which succeeds for every feature as long as it can be kept at all. */
  static Response of(List<Outcome> outcomes, Instant now) {
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Refused refused) {
        return refused(refused, now, false);
      }
    }
    List<FeatureAnswer> features =
        outcomes.stream()
            .filter(Outcome.Accepted.class::isInstance)
            .map(outcome -> done((Outcome.Accepted) outcome, now))
            .toList();
    return Response.ok(new All(features)).build();
  }

  private static FeatureAnswer done(Outcome.Accepted accepted, Instant now) {
    return FeatureAnswer.of(accepted.state(), now, accepted.storable());
  }

  private static Response refused(Outcome.Refused refused, Instant now, boolean stored) {
    int status = status(refused.refusal());
    Refused body =
        new Refused(
            "about:blank",
            refused.refusal().name(),
            status,
            refused.words(),
            refused.gates().map(GateReport::checks).orElse(List.of()),
            FeatureAnswer.of(refused.current(), now, stored));
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(PROBLEM_JSON)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(RecordJson.write(body));
    if (refused.refusal() == Refusal.NO_DATABASE) {
      answer.header(HttpHeaders.RETRY_AFTER, ProblemMapper.RETRY_SECONDS);
    }
    return answer.build();
  }

  private static int status(Refusal refusal) {
    return switch (refusal) {
      case MISSING_REASON -> 400;
      case STALE_REVISION -> 412;
      case MISSING_REVISION -> PRECONDITION_REQUIRED;
      case NO_DATABASE -> 503;
      case HELD, NOT_ONE_STEP, FROZEN, GATE_HOLDS, SAME_PERSON, NOTHING_TO_DO -> 409;
    };
  }
}
