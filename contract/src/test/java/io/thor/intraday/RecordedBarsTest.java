package io.thor.intraday;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordedBarsTest {

  @Test
  void theStreamEqualsTheBatchOnAllSixDays() {
    List<Trade> trades = Recording.fullDays();
    List<BarFigures> streamed = new ArrayList<>();
    Map<LocalDate, SessionVwap> sessions = new TreeMap<>();

    Recording.stream(
        trades,
        (bar, session) -> {
          streamed.add(BarFigures.of(bar));
          sessions.put(session.sessionDate(), session);
        });

    assertEquals(BarFigures.batch(trades), streamed);
    Map<LocalDate, List<Trade>> byDate =
        trades.stream()
            .collect(
                Collectors.groupingBy(trade -> LocalDate.ofInstant(trade.time(), ZoneOffset.UTC)));
    assertEquals(BitstampRecording.FULL_DAYS, sessions.size());
    sessions.forEach(
        (date, session) -> {
          assertEquals(0, BarFigures.notional(byDate.get(date)).compareTo(session.notional()));
          assertEquals(0, BarFigures.volume(byDate.get(date)).compareTo(session.volume()));
          assertEquals(BarFigures.vwap(byDate.get(date)), session.vwap().toPlainString());
        });
  }
}
