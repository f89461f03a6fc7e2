package io.thor.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarParserTest {

  private static final String VALID =
      """
      # a comment
      [venue]
      source a notice
      mic TEST
      name Test Exchange
      country GB
      timezone Europe/London
      valid_from 2024-01-01
      valid_until 2024-12-31

      [schedule regular 2024-01-01]
      source a notice
      07:00 08:00 PREOPEN pre_open
      08:00 16:00 OPEN regular

      [schedule half 2024-06-01]
      source a notice
      08:00 12:00 OPEN early_close

      [week 2024-01-01]
      source a notice
      MON-FRI regular

      [closed 2024]
      source a notice
      2024-05-06 holiday Bank holiday

      [special 2024]
      source a notice
      2024-12-24 half Christmas Eve
      """;

  @Test
  void readsAValidFile() {
    assertEquals("Test Exchange", parse(VALID).name());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # comment                           | TEST.calendar:1: 'name X' stands before the first section; begin with [venue]         | # a comment=name X
          mic                                 | TEST.calendar:4: 'OTHER' is not the name of the file; rename one of them               | mic TEST=mic OTHER
          twice                               | TEST.calendar:5: 'mic' is given twice; keep one line                                   | name Test Exchange=mic TEST
          key                                 | TEST.calendar:6: 'colour' is not a key of a venue; use mic, name, country, timezone, valid_from, valid_until | country GB=colour red
          missing                             | TEST.calendar:2: 'country' is missing; add a line 'country <value>'                    | country GB=# none
          bare                                | TEST.calendar:6: 'country' is not of the form <key> <value>; write it so               | country GB=country
          zone                                | TEST.calendar:7: 'Mars/Base' is not a time zone; write it as Europe/London             | Europe/London=Mars/Base
          date                                | TEST.calendar:8: '2024-13-01' is not a date; write it as 2024-11-05                    | valid_from 2024-01-01=valid_from 2024-13-01
          order                               | TEST.calendar:9: '2023-12-31' is before valid_from 2024-01-01; correct one of them     | valid_until 2024-12-31=valid_until 2023-12-31
          section                             | TEST.calendar:11: '[]' is not a section; write it as [venue]                           | [schedule regular 2024-01-01]=[]
          kind                                | TEST.calendar:24: 'closure' is no kind of section; use schedule, week, closed or special | [closed 2024]=[closure 2024]
          arguments                           | TEST.calendar:11: '[schedule regular]' is not of the form [schedule <name> <first day>]; write it so | [schedule regular 2024-01-01]=[schedule regular]
          code                                | TEST.calendar:11: 'Regular' is not a code; use lower-case letters, digits and underscores | [schedule regular 2024-01-01]=[schedule Regular 2024-01-01]
          time                                | TEST.calendar:13: '7:00' is not a time; write it as 09:30, 24:00, 17:00-1d or 01:00+1d | 07:00 08:00=7:00 08:00
          backwards                           | TEST.calendar:13: '08:00' is not after the start 09:00; correct one                    | 07:00 08:00=09:00 08:00
          gap                                 | TEST.calendar:14: '08:30' is not the end of the phase before; let phases follow without gaps | 08:00 16:00=08:30 16:00
          status                              | TEST.calendar:13: 'UNKNOWN' is not a status of a phase; use one of [PREOPEN, OPEN, BREAK, PRECLOSE, CLOSED] | PREOPEN pre_open=UNKNOWN night
          noOpen                              | TEST.calendar:16: '[schedule half 2024-06-01]' has no OPEN phase; add one              | OPEN early_close=BREAK early_close
          scheduleTwice                       | TEST.calendar:16: '[schedule regular 2024-01-01]' is given twice; keep one section     | [schedule half 2024-06-01]=[schedule regular 2024-01-01]
          day                                 | TEST.calendar:22: 'FRY' is not a day; write it as MON or MON-FRI                       | MON-FRI=MON-FRY
          weekSchedule                        | TEST.calendar:22: 'half' is no schedule in force on 2024-01-01; add [schedule half 2024-01-01] | MON-FRI regular=MON-FRI half
          noWeek                              | TEST.calendar:2: '2024-01-01' has no week; add [week 2024-01-01]                       | [week 2024-01-01]=[week 2024-02-01]
          year                                | TEST.calendar:26: '2024-05-06' is not in 2023; correct it or move it to its year       | [closed 2024]=[closed 2023]
          covered                             | TEST.calendar:26: '2024-05-06' is not covered; extend valid_from or valid_until        | valid_until 2024-12-31=valid_until 2024-05-05
          weekend                             | TEST.calendar:26: '2024-05-04' is a SATURDAY, closed anyway; correct or remove it      | 2024-05-06=2024-05-04
          nameless                            | TEST.calendar:26: '2024-05-06 holiday' is not of the form <date> <reason> <name>; write it so | 2024-05-06 holiday Bank holiday=2024-05-06 holiday
          dayTwice                            | TEST.calendar:30: '2024-05-06' is already Bank holiday; keep one of them               | 2024-12-24 half=2024-05-06 regular
          specialSchedule                     | TEST.calendar:30: 'quarter' is no schedule in force on 2024-12-24; add [schedule quarter 2024-12-24] | 2024-12-24 half=2024-12-24 quarter
          """)
  void namesFileLineValueAndRemedy(String rule, String message, String change) {
    String[] replacement = change.split("=", 2);
    String broken = VALID.replaceFirst(Pattern.quote(replacement[0]), replacement[1]);
    assertEquals(message, complaint(broken));
  }

  @Test
  void readsTheTimesOfAScheduleOnAnotherClock() {
    MarketCalendar calendar =
        parse(
            VALID.replace(
                "07:00 08:00 PREOPEN pre_open",
                "clock America/New_York\n07:00 08:00 PREOPEN pre_open"));
    assertEquals(
        Instant.parse("2024-03-11T12:00:00Z"), openOn(calendar, LocalDate.parse("2024-03-11")));
    assertEquals(
        Instant.parse("2024-04-02T12:00:00Z"), openOn(calendar, LocalDate.parse("2024-04-02")));
  }

  @Test
  void refusesAClockThatIsNone() {
    String text = VALID.replace("07:00 08:00 PREOPEN pre_open", "clock London");
    assertEquals(
        "TEST.calendar:13: 'London' is not a time zone; write it as Europe/London",
        assertThrows(InvalidCalendarException.class, () -> parse(text)).getMessage());
  }

  @Test
  void givesAClosedPartOfADayItsReason() {
    MarketCalendar calendar =
        parse(
            VALID.replace(
                "08:00 12:00 OPEN early_close", "00:00 08:00 CLOSED storm\n08:00 12:00 OPEN late"));
    MarketState state = calendar.stateAt(Instant.parse("2024-12-24T05:00:00Z"));
    assertEquals(Status.CLOSED, state.status());
    assertEquals("storm", state.reason());
  }

  @Test
  void demandsAVenueFirst() {
    assertEquals(
        "TEST.calendar:1: the first section must be [venue]; add it", complaint("# nothing"));
  }

  @Test
  void demandsASourceInEverySection() {
    String broken = VALID.replace("[week 2024-01-01]\nsource a notice", "[week 2024-01-01]");
    assertEquals(
        "TEST.calendar:20: '[week 2024-01-01]' does not say where it comes from;"
            + " let a line 'source <notice>' follow it",
        complaint(broken));
  }

  @Test
  void demandsSectionsInTheirOrder() {
    String broken = VALID + "[week 2024-06-01]\nsource a notice\nMON regular\n";
    assertEquals(
        "TEST.calendar:31: 'week' comes too late; move it up, as documented", complaint(broken));
  }

  @Test
  void refusesADayTwiceInAWeekAndAWeekTwice() {
    String dayTwice = VALID.replace("MON-FRI regular", "MON-FRI regular\nFRI regular");
    assertTrue(complaint(dayTwice).contains(":23: 'FRIDAY' is given twice"), complaint(dayTwice));
    String week = "[week 2024-01-01]\nsource a notice\nMON-FRI regular\n";
    String weekTwice = VALID.replace(week, week + week);
    assertTrue(complaint(weekTwice).contains(":23: '[week 2024-01-01]' is given twice"));
  }

  @Test
  void refusesSessionsThatOverlap() {
    String broken = VALID.replace("07:00 08:00 PREOPEN", "12:00-1d 08:00 PREOPEN");
    assertEquals(
        "TEST.calendar:11: '2024-01-02' starts before the session day before ends; shorten one",
        complaint(broken));
  }

  @Test
  void refusesASessionThatIsNoneInItsMiddle() {
    String auction =
        "08:00 11:00 OPEN regular\n11:00 12:00 PRECLOSE auction\n12:00 16:00 OPEN regular";
    String broken = VALID.replace("08:00 16:00 OPEN regular", auction);
    assertTrue(
        complaint(broken).contains(":11: '[schedule regular 2024-01-01]' has another status"));
    String breaks =
        "08:00 09:00 OPEN a\n09:00 10:00 BREAK b\n10:00 11:00 OPEN c\n"
            + "11:00 12:00 BREAK d\n12:00 13:00 OPEN e";
    String paused = VALID.replace("08:00 16:00 OPEN regular", breaks);
    assertTrue(complaint(paused).contains("has several BREAK phases"));
  }

  private static String complaint(String text) {
    return assertThrows(InvalidCalendarException.class, () -> parse(text)).getMessage();
  }

  private static MarketCalendar parse(String text) {
    return CalendarParser.parse("TEST.calendar", text.lines().toList());
  }

  private static Instant openOn(MarketCalendar calendar, LocalDate date) {
    return calendar.sessions(date, date).get(0).open();
  }
}
