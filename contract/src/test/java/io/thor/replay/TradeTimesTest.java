package io.thor.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradeTimesTest {

  private final TradeTimes times = new TradeTimes();

  @ParameterizedTest
  @CsvSource({
    "2024-03-08T14:30:00Z, 2024-03-08T14:30:00Z",
    "2024-03-08 14:30:00Z, 2024-03-08T14:30:00Z",
    "2024-03-08T14:30:00.123456789Z, 2024-03-08T14:30:00.123456789Z",
    "2024-03-08T09:30:00-05:00, 2024-03-08T14:30:00Z",
    "2024-03-08 20:00:00.123456+05:30, 2024-03-08T14:30:00.123456Z",
    "2024-03-07T23:30:00-15:00, 2024-03-08T14:30:00Z",
    "2024-03-09T08:30:00+18:00, 2024-03-08T14:30:00Z",
    "2024-03-08 09:30:00.5-0500, 2024-03-08T14:30:00.5Z",
    "2024-03-08 15:30:00+01, 2024-03-08T14:30:00Z",
    "2024-03-08 14:30:00 +00:00, 2024-03-08T14:30:00Z",
    "2024-03-08 14:30:00 UTC, 2024-03-08T14:30:00Z",
    "2024-03-08 14:30:00.250, 2024-03-08T14:30:00.250Z",
    "2024-03-08T14:30:00, 2024-03-08T14:30:00Z",
    "2024-03-08T14:30Z, 2024-03-08T14:30:00Z",
    "1385337600, 2013-11-25T00:00:00Z",
    "1385337600.25, 2013-11-25T00:00:00.250Z",
    "1.3853376E9, 2013-11-25T00:00:00Z",
    "1385337600123, 2013-11-25T00:00:00.123Z",
    "1385337600123.5, 2013-11-25T00:00:00.123500Z",
    "1385337600123456, 2013-11-25T00:00:00.123456Z",
    "1385337600123456789, 2013-11-25T00:00:00.123456789Z",
    "0, 1970-01-01T00:00:00Z",
  })
  void readsManyForms(String text, Instant time) throws RejectedRowException {
    assertEquals(time, times.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "-1",
        "2024-03-08",
        "14:30:00",
        "2024-02-30T14:30:00Z",
        "2024-03-08T24:30:00Z",
        "2024-03-08T14:30:00.1234567890Z",
        "2024-03-08T14:30:00+05:60",
        "2024-03-08T14:30:00+19:00",
        "2024-03-08T14:30:00*05:30",
        "2024-03-08T14:61:00Z",
        "2024-03-08T1a:30:00Z",
        "1e99",
        "1e999999999",
        "NaN",
        "03/08/2024 14:30:00",
        "99999999999999999999",
        "2024-03-08T14:30:00Zzzzzzzzzzzzzzzzzzzzzzzz",
      })
  void refusesWhatIsNoTime(String text) {
    RejectedRowException refused =
        assertThrows(RejectedRowException.class, () -> times.parse(text));

    assertEquals(Rejection.BAD_TIME, refused.rejection());
  }

  @Test
  void doesNotTakeTheDateOfTheTimeBefore() throws RejectedRowException {
    times.parse("2024-03-08T14:30:00Z");

    assertEquals(Instant.parse("2024-03-09T00:00:01Z"), times.parse("2024-03-09T00:00:01Z"));
    assertThrows(RejectedRowException.class, () -> times.parse("2024-13-09T00:00:01Z"));
    assertEquals(Instant.parse("2024-03-09T00:00:02Z"), times.parse("2024-03-09T00:00:02Z"));
  }
}
