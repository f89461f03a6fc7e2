package io.thor.tests.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The tests of the pages in Chromium, which start and end a Payara Micro build of their own. */
public final class PageSuite {
  private static final String CONFIGURATION = "browser-tests/playwright.config.ts";
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final String CHROMIUM = "THOR_CHROMIUM";

  private PageSuite() {}

  /**
   * Runs all of them to their end.
   *
   * <p>Errors: IllegalStateException with the end of their output when one fails.
   *
   * @param pages the folder web-ui, whose packages are installed
   * @param report where the results go, as JUnit's XML
   */
  public static void run(Path pages, Path report) {
    Path log = RunDirectory.create("pages").resolve("pages.log");
    Path playwright = pages.resolve("node_modules/.bin/playwright");
    new CommandLine(log, LIMIT)
        .run(
            List.of(playwright.toString(), "test", "-c", pages.resolve(CONFIGURATION).toString()),
            Map.of(
                "THOR_TEST_MICRO",
                System.getProperty("thor.test.micro"),
                "THOR_TEST_PAGES_REPORT",
                report.toString(),
                "THOR_TEST_HOURS_AHEAD",
                String.valueOf(BusyHours.AHEAD),
                CHROMIUM,
                System.getenv().getOrDefault(CHROMIUM, "")));
  }
}
