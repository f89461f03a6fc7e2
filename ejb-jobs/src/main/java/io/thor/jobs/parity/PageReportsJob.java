package io.thor.jobs.parity;

import io.thor.jobs.Job;
import io.thor.parity.BrowserReports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Stores what pages have reported to this node, and lets follow what many say alike. */
@ApplicationScoped
public class PageReportsJob implements Job {

  @Inject BrowserReports reports;

  @Override
  public String name() {
    return "page-reports";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run() {
    reports.followUp();
  }

  @Override
  public boolean onEveryNode() {
    return true;
  }
}
