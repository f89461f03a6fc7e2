package io.thor.cutover;

import io.thor.config.InvalidSettingException;
import io.thor.config.Settings;
import io.thor.market.MarketCalendar;
import io.thor.market.MarketState;
import io.thor.market.Markets;
import io.thor.message.MarketStatusUpdate.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The times around a market's open and close in which nothing advances: key {@code
 * thor.cutover.freeze}, such as {@code XNYS=15,XLON=10} in minutes before and after.
 *
 * <p>Threads: any. Errors: {@link InvalidSettingException}.
 */
@ApplicationScoped
public class Freezes {

  private static final String KEY = "thor.cutover.freeze";
  private static final Pattern WRITTEN = Pattern.compile("([A-Z0-9]{4,16})=([0-9]{1,3})");

  /** One market with the minutes on both sides. */
  private record Around(MarketCalendar market, Duration margin) {}

  @Inject Settings settings;
  @Inject Markets markets;

  private volatile List<Around> wanted = List.of();

  /** Reads the configuration; called once, before anything is served. */
  public void read() {
    wanted =
        Stream.of(settings.text(KEY, "").split(","))
            .map(String::trim)
            .filter(written -> !written.isEmpty())
            .map(this::parse)
            .toList();
  }

  /** The words of a window that is open at a moment. */
  public Optional<String> openAt(Instant now) {
    List<FreezeWindow> near =
        wanted.stream().flatMap(around -> windows(around, now).stream()).toList();
    return FreezeWindow.openAt(now, near);
  }

  private Around parse(String written) {
    Matcher parts = WRITTEN.matcher(written);
    String remedy = "markets with minutes, such as XNYS=15,XLON=10";
    if (!parts.matches()) {
      throw new InvalidSettingException(KEY, written, remedy);
    }
    MarketCalendar market =
        markets
            .find(parts.group(1))
            .orElseThrow(() -> new InvalidSettingException(KEY, written, remedy));
    return new Around(market, Duration.ofMinutes(Long.parseLong(parts.group(2))));
  }

  /** All that begin or end to be open from one margin before a moment to one behind it. */
  private static List<FreezeWindow> windows(Around around, Instant now) {
    List<FreezeWindow> windows = new ArrayList<>();
    MarketState state = around.market().stateAt(now.minus(around.margin()));
    while (state.nextStatusAt().filter(at -> !at.isAfter(now.plus(around.margin()))).isPresent()) {
      Instant at = state.nextStatusAt().get();
      Status next = state.nextStatus().orElse(Status.UNKNOWN);
      if ((state.status() == Status.OPEN || next == Status.OPEN) && !around.margin().isZero()) {
        String cause =
            around.market().marketId() + (next == Status.OPEN ? " opens at " : " stops at ") + at;
        windows.add(new FreezeWindow(at.minus(around.margin()), at.plus(around.margin()), cause));
      }
      state = around.market().stateAt(at);
    }
    return windows;
  }
}
