package io.thor.rest.market;

import io.thor.market.MarketCalendar;
import io.thor.market.Markets;
import io.thor.market.TradingSession;
import io.thor.rest.Access;
import io.thor.rest.Parameters;
import io.thor.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The sessions of a market, as its calendar has them. */
@Path("/market/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class MarketSessionsResource {

  private static final int MOST_DAYS = 3660;
  private static final int DEFAULT_DAYS = 31;

  /**
   * Sessions, oldest first.
   *
   * @param validFrom the first day that the calendar covers; before it no session is known
   * @param validUntil the last one
   */
  public record Sessions(
      String marketId, LocalDate validFrom, LocalDate validUntil, List<Session> sessions) {}

  /**
   * One session.
   *
   * @param session its date on the market's clock
   */
  public record Session(
      LocalDate session,
      Instant open,
      Optional<Instant> breakStart,
      Optional<Instant> breakEnd,
      Instant close) {}

  @Inject Markets markets;
  @Inject Clock clock;

  /**
   * The sessions of a span of days.
   *
   * @param from the first day, today on the market's clock when missing
   * @param to the last day, 30 days after the first when missing
   */
  @GET
  @Path("/{market_id}")
  @Access
  public Sessions get(
      @PathParam("market_id") String marketId,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    MarketCalendar market =
        markets.find(marketId).orElseThrow(() -> Problem.notFound("market", marketId));
    LocalDate today = clock.instant().atZone(market.zone()).toLocalDate();
    LocalDate first = Parameters.date("from", from, today);
    LocalDate last = Parameters.date("to", to, first.plusDays(DEFAULT_DAYS - 1));
    LocalDate limit = first.plusDays(MOST_DAYS - 1);
    if (last.isBefore(first) || last.isAfter(limit)) {
      throw Problem.badRequest("to", last.toString(), "a date from " + first + " to " + limit);
    }
    return new Sessions(
        marketId,
        market.validFrom(),
        market.validUntil(),
        market.sessions(first, last).stream().map(MarketSessionsResource::session).toList());
  }

  private static Session session(TradingSession session) {
    return new Session(
        session.date(), session.open(), session.breakStart(), session.breakEnd(), session.close());
  }
}
