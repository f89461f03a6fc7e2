package io.thor.rest.market;

import io.thor.identity.Role;
import io.thor.market.CalendarOverrides;
import io.thor.market.DayOverride;
import io.thor.market.MarketCalendar;
import io.thor.market.Markets;
import io.thor.market.OverrideChange;
import io.thor.rest.Access;
import io.thor.rest.Callers;
import io.thor.rest.JsonBody;
import io.thor.rest.Parameters;
import io.thor.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Days on which a market does not follow its calendar file, as an operator was told lately. */
@Path("/market/overrides/{market_id}")
@Produces(MediaType.APPLICATION_JSON)
public class MarketOverridesResource {

  private static final String EXAMPLE =
      "{\"reason\":\"storm\",\"name\":\"...\"}, with open and close where there is a session";

  /** One day; without {@code open} it is closed. */
  public record Day(
      LocalDate date,
      Optional<String> open,
      Optional<String> breakStart,
      Optional<String> breakEnd,
      Optional<String> close,
      String reason,
      String name) {

    static Day of(DayOverride day) {
      return new Day(
          day.date(),
          day.hours().map(DayOverride.Hours::open),
          day.hours().flatMap(DayOverride.Hours::breakStart),
          day.hours().flatMap(DayOverride.Hours::breakEnd),
          day.hours().map(DayOverride.Hours::close),
          day.reason(),
          day.name());
    }
  }

  /** A line of the audit. */
  public record Change(
      long id, Instant at, String actor, String address, LocalDate date, String words) {

    static Change of(OverrideChange change) {
      return new Change(
          change.getId(),
          change.getAt(),
          change.getActor(),
          change.getAddress(),
          change.getDate(),
          change.getWords());
    }
  }

  /** All days of a market, and who changed them. */
  public record Overrides(String marketId, List<Day> overrides, List<Change> changes) {}

  @Inject Markets markets;
  @Inject CalendarOverrides overrides;
  @Inject Callers callers;

  @GET
  @Access({Role.VIEWER, Role.OPERATOR})
  public Overrides get(@PathParam("market_id") String marketId) {
    String market = known(marketId);
    return new Overrides(
        market,
        overrides.list(market).stream().map(Day::of).toList(),
        overrides.changes(market).stream().map(Change::of).toList());
  }

  /** Sets a day; times are on the venue's clock. */
  @PUT
  @Path("/{date}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Role.OPERATOR)
  public Day put(
      @Context SecurityContext caller,
      @PathParam("market_id") String marketId,
      @PathParam("date") String date,
      String body) {
    String market = known(marketId);
    JsonBody json = JsonBody.of(body, EXAMPLE);
    try {
      DayOverride day =
          new DayOverride(day(date), hours(json), json.text("reason"), json.text("name"));
      overrides.put(market, day, callers.actor(caller));
      return Day.of(day);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(e.getMessage());
    }
  }

  /** Takes an override back: the calendar file holds again. */
  @DELETE
  @Path("/{date}")
  @Access(Role.OPERATOR)
  public void delete(
      @Context SecurityContext caller,
      @PathParam("market_id") String marketId,
      @PathParam("date") String date) {
    if (!overrides.remove(known(marketId), day(date), callers.actor(caller))) {
      throw Problem.notFound("override of " + marketId + " on", date);
    }
  }

  private static Optional<DayOverride.Hours> hours(JsonBody json) {
    Optional<String> open = json.optionalText("open");
    Optional<String> close = json.optionalText("close");
    if (open.isPresent() != close.isPresent()) {
      throw Problem.invalid("open and close come together; give both or, for a closed day, none");
    }
    Optional<String> breakStart = json.optionalText("break_start");
    Optional<String> breakEnd = json.optionalText("break_end");
    if (open.isEmpty() && (breakStart.isPresent() || breakEnd.isPresent())) {
      throw Problem.invalid("a closed day has no break; give open and close, too");
    }
    return open.map(from -> new DayOverride.Hours(from, breakStart, breakEnd, close.orElseThrow()));
  }

  private static LocalDate day(String text) {
    if (text.isBlank()) {
      throw Problem.badRequest("date", text, "a date such as 2026-01-05");
    }
    return Parameters.date("date", text, LocalDate.EPOCH);
  }

  private String known(String marketId) {
    return markets
        .find(marketId)
        .map(MarketCalendar::marketId)
        .orElseThrow(() -> Problem.notFound("market", marketId));
  }
}
