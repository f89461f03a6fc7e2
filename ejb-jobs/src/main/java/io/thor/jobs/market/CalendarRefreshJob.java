package io.thor.jobs.market;

import io.thor.jobs.Job;
import io.thor.market.CalendarOverrides;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Reads what operators changed in the calendars, on every node. */
@ApplicationScoped
public class CalendarRefreshJob implements Job {

  @Inject CalendarOverrides overrides;

  @Override
  public String name() {
    return "calendar-refresh";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    overrides.refresh();
  }

  @Override
  public boolean onEveryNode() {
    return true;
  }
}
