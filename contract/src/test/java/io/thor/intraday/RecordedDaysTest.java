package io.thor.intraday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecordedDaysTest {

  private static final RecordedDays DAYS = BitstampRecording.days();
  private static final int SECONDS_OF_A_DAY = 86_400;

  private static Instant start(long day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static List<Trade> day(long day) {
    return DAYS.between(start(day), start(day + 1));
  }

  @Test
  void playsTheFirstRecordedDayOnDaysDivisibleBySix() {
    List<Trade> recorded = recordedDay(BitstampRecording.FIRST_DAY);
    long day = 6L * 3_400;
    Duration shift = Duration.between(start(BitstampRecording.FIRST_DAY.toEpochDay()), start(day));

    List<Trade> played = day(day);

    assertEquals(13_595, played.size());
    for (int i = 0; i < played.size(); i++) {
      Trade was = recorded.get(i);
      Trade is = played.get(i);
      assertEquals(was.time().plus(shift), is.time());
      assertEquals(0, was.price().compareTo(is.price()));
      assertEquals(0, was.quantity().compareTo(is.quantity()));
      assertEquals(day * 1_000_000 + i, is.sequence());
      assertEquals("BTC-USD", is.symbol());
    }
  }

  @Test
  void playsSixDifferentDaysBeforeItRepeats() {
    List<Integer> sizes = new ArrayList<>();
    for (long day = 0; day < 6; day++) {
      LocalDate recorded = BitstampRecording.FIRST_DAY.plusDays(day);
      assertEquals(recordedDay(recorded).size(), day(day).size());
      sizes.add(day(day).size());
    }
    assertEquals(6, new TreeSet<>(sizes).size());
  }

  @Property(tries = 30)
  void playsTheSameSixDaysLater(@ForAll @IntRange(min = -1000, max = 40_000) int day) {
    List<Trade> first = day(day);
    List<Trade> second = day(day + 6);

    assertEquals(first.size(), second.size());
    for (int i = 0; i < first.size(); i++) {
      assertEquals(first.get(i).time().plus(Duration.ofDays(6)), second.get(i).time());
      assertEquals(first.get(i).price(), second.get(i).price());
      assertEquals(first.get(i).quantity(), second.get(i).quantity());
      assertEquals(first.get(i).sequence() + 6_000_000, second.get(i).sequence());
    }
  }

  @Property(tries = 100)
  void windowsOneAfterTheOtherEqualOneBigWindow(
      @ForAll @IntRange(min = 0, max = 30_000) int day,
      @ForAll @Size(min = 2, max = 8)
          List<@IntRange(min = 0, max = 3 * SECONDS_OF_A_DAY) Integer> cuts) {
    List<Integer> sorted = cuts.stream().sorted().toList();
    List<Trade> joined = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      joined.addAll(
          DAYS.between(
              start(day).plusSeconds(sorted.get(i - 1)), start(day).plusSeconds(sorted.get(i))));
    }

    assertEquals(
        DAYS.between(
            start(day).plusSeconds(sorted.get(0)),
            start(day).plusSeconds(sorted.get(sorted.size() - 1))),
        joined);
  }

  @Test
  void sequencesAscendAndSurviveARestart() {
    Instant from = Instant.parse("2026-01-05T00:00:00Z");
    Instant to = Instant.parse("2026-01-12T00:00:00Z");
    List<Trade> trades = DAYS.between(from, to);

    for (int i = 1; i < trades.size(); i++) {
      assertTrue(trades.get(i - 1).sequence() < trades.get(i).sequence());
    }
    assertEquals(trades, BitstampRecording.days().between(from, to));
  }

  @Property(tries = 300)
  void theNextTradeIsTheFirstOfTheRest(
      @ForAll @IntRange(min = 0, max = 30_000) int day,
      @ForAll @IntRange(min = 0, max = SECONDS_OF_A_DAY - 1) int second) {
    Instant moment = start(day).plusSeconds(second);

    Instant next = DAYS.nextTradeAfter(moment);

    assertTrue(next.isAfter(moment));
    assertEquals(List.of(), DAYS.between(moment.plusNanos(1), next));
    assertEquals(next, DAYS.between(next, next.plusNanos(1)).get(0).time());
  }

  @Test
  void anEmptyOrTurnedSpanHasNoTrades() {
    assertEquals(List.of(), DAYS.between(start(7), start(7)));
    assertEquals(List.of(), DAYS.between(start(8), start(7)));
  }

  @Property(tries = 100)
  void aheadPlaysTheSameEarlier(
      @ForAll @IntRange(min = 0, max = 30_000) int day,
      @ForAll @IntRange(min = 0, max = 143) int hours) {
    Duration ahead = Duration.ofHours(hours);
    RecordedDays later = DAYS.ahead(ahead);

    List<Trade> played = later.between(start(day).minus(ahead), start(day + 1).minus(ahead));

    List<Trade> plain = day(day);
    assertEquals(plain.size(), played.size());
    for (int i = 0; i < plain.size(); i++) {
      assertEquals(plain.get(i).time(), played.get(i).time().plus(ahead));
      assertEquals(plain.get(i).sequence(), played.get(i).sequence());
      assertEquals(plain.get(i).price(), played.get(i).price());
    }
    assertEquals(
        DAYS.nextTradeAfter(start(day)), later.nextTradeAfter(start(day).minus(ahead)).plus(ahead));
  }

  @Test
  void refusesARecordingThatLacksADay() {
    try (TradeCsv recording = BitstampRecording.open()) {
      LocalDate second = BitstampRecording.FIRST_DAY.minusDays(1);
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> RecordedDays.read("BTC-USD", recording, second, 2))
              .getMessage();
      assertTrue(message.contains("2013-11-24 has 0 trades"), message);
    }
  }

  private static List<Trade> recordedDay(LocalDate date) {
    return Recording.trades().stream()
        .filter(trade -> LocalDate.ofInstant(trade.time(), ZoneOffset.UTC).equals(date))
        .toList();
  }
}
