package io.thor.tests.pages;

import io.thor.tests.server.PageSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people see, in a real browser; web-ui/browser-tests has the tests themselves. */
@Tag("pages")
@Order(2)
class PagesIT {
  @Test
  void pagesDoInChromiumWhatTheyPromise() {
    Path report = Path.of(System.getProperty("thor.test.reports"), "TEST-pages.xml");
    PageSuite.run(Path.of(System.getProperty("thor.test.pages")), report);
  }
}
