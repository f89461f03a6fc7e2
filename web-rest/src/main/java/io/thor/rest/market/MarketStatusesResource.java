package io.thor.rest.market;

import io.thor.market.MarketCalendar;
import io.thor.market.MarketState;
import io.thor.market.Markets;
import io.thor.market.StoredMarketStatus;
import io.thor.message.MarketStatusUpdate;
import io.thor.message.MarketStatusUpdate.Status;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.rest.Access;
import io.thor.rest.Parameters;
import io.thor.rest.Problem;
import io.thor.rest.StateAnswers;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Whether markets trade: as committed, or at any instant. */
@Path("/market/status")
@Produces(MediaType.APPLICATION_JSON)
public class MarketStatusesResource {

  /** All markets at one moment; each market's own route has its position. */
  public record Statuses(List<MarketStatus> markets) {}

  /** The members of {@code market_status}. */
  public record MarketStatus(
      String marketId,
      String country,
      String name,
      String timezone,
      Status status,
      String reason,
      Optional<Status> nextEvent,
      Optional<Instant> nextEventAt,
      Optional<Long> secondsToNextEvent,
      OffsetDateTime localTime) {}

  @Inject Markets markets;
  @Inject StateAnswers answers;
  @Inject Clock clock;

  @GET
  @Access
  public Statuses all(@QueryParam("at") String at) {
    Instant moment = Parameters.instant("at", at, clock.instant());
    return new Statuses(markets.all().stream().map(market -> computed(market, moment)).toList());
  }

  /** Without {@code at} the committed state with its position, else what the calendar says. */
  @GET
  @Path("/{market_id}")
  @Access
  public Response one(
      @PathParam("market_id") String marketId,
      @QueryParam("at") String at,
      @Context Request request) {
    MarketCalendar market =
        markets.find(marketId).orElseThrow(() -> Problem.notFound("market", marketId));
    if (at != null) {
      return Response.ok(computed(market, Parameters.instant("at", at, clock.instant()))).build();
    }
    return answers.answer(
        request,
        new Topic(MarketStatusUpdate.TOPIC_PREFIX, marketId),
        (em, position) -> committed(em, position, market));
  }

  private static MarketStatus committed(
      EntityManager em, StreamPosition position, MarketCalendar market) {
    StoredMarketStatus stored = em.find(StoredMarketStatus.class, market.marketId());
    return status(
        market,
        position.asOf(),
        stored.getStatus(),
        stored.getReason(),
        stored.getNextEvent(),
        stored.getNextEventAt());
  }

  private static MarketStatus computed(MarketCalendar market, Instant at) {
    MarketState state = market.stateAt(at);
    return status(
        market, at, state.status(), state.reason(), state.nextStatus(), state.nextStatusAt());
  }

  private static MarketStatus status(
      MarketCalendar market,
      Instant at,
      Status status,
      String reason,
      Optional<Status> next,
      Optional<Instant> nextAt) {
    return new MarketStatus(
        market.marketId(),
        market.country(),
        market.name(),
        market.zone().getId(),
        status,
        reason,
        next,
        nextAt,
        nextAt.map(moment -> Duration.between(at, moment).toSeconds()),
        at.atZone(market.zone()).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS));
  }
}
