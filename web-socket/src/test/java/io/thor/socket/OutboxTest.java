package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.Topic;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private final SharedLog log = new SharedLog(64, 1 << 20);
  private final BatchCache cache = new BatchCache(log);
  private final Outbox outbox = outbox();

  private Outbox outbox() {
    return new Outbox(log, new PrivateMailbox(16, 1 << 20, new MailboxMemory(1 << 20)));
  }

  @Test
  void beginsAtTheEndOfTheLog() {
    log.append(Frames.bar("A", 1));
    Outbox late = outbox();
    log.append(Frames.bar("A", 2));
    assertEquals(List.of(2L), seqs(late));
  }

  @Test
  void sessionsThatAreDueTheSameShareOneBatch() {
    Outbox other = outbox();
    log.append(Frames.bar("A", 1));
    assertSame(outbox.take(cache).orElseThrow(), other.take(cache).orElseThrow());
  }

  @Test
  void whatAPictureGaveDoesNotComeAgain() {
    log.append(Frames.bar("A", 1));
    log.append(Frames.bar("A", 2));
    outbox.putGiven(Frames.bar("A", 2));
    log.append(Frames.bar("A", 3));
    assertEquals(List.of(2L, 3L), seqs(outbox));
  }

  @Test
  void sharesABatchWhenAPictureGaveOtherTopicsAlone() {
    Outbox other = outbox();
    outbox.putGiven(Frames.vwap("C", 4));
    seqs(outbox);
    log.append(Frames.bar("A", 1));
    assertSame(other.take(cache).orElseThrow(), outbox.take(cache).orElseThrow());
    log.append(Frames.vwap("C", 4));
    assertTrue(outbox.take(cache).isEmpty());
  }

  @Test
  void theOwnStandsBeforeTheShared() {
    log.append(Frames.bar("A", 7));
    WireFrame answer = Frames.answer(3);
    outbox.put(answer);
    assertSame(answer, outbox.take(cache).orElseThrow().frames().get(0));
  }

  @Test
  void takesOnlyWhatIsWanted() {
    outbox.subscribe(Subscription.to(Set.of(Topic.parse("intraday_bar:B")), Set.of("vwap")));
    log.append(Frames.bar("A", 1));
    log.append(Frames.bar("B", 5));
    log.append(Frames.vwap("C", 6));
    assertEquals(List.of(5L, 6L), seqs(outbox));
    log.append(Frames.bar("A", 2));
    assertTrue(outbox.take(cache).isEmpty());
    assertTrue(outbox.isEmpty());
  }

  @Test
  void aSlowSessionGetsTheLatestStateOnly() {
    LongStream.rangeClosed(1, 9).forEach(seq -> log.append(Frames.vwap("A", seq)));
    assertEquals(List.of(9L), seqs(outbox));
  }

  @Test
  void aSessionThatTheLogHasLeftBehindIsTooSlow() {
    LongStream.rangeClosed(1, 65).forEach(seq -> log.append(Frames.bar("A", seq)));
    assertThrows(TooSlowException.class, () -> outbox.take(cache));
  }

  @Test
  void aFullMailboxIsTooSlow() {
    LongStream.rangeClosed(1, 16).forEach(seq -> outbox.put(Frames.answer(1)));
    assertThrows(TooSlowException.class, () -> outbox.put(Frames.answer(1)));
  }

  @Test
  void headsComeBehindEverythingThatTheyTellOf() {
    outbox.subscribe(Subscription.to(Set.of(), Set.of("intraday_bar", "account_balance")));
    outbox.put(Frames.balance("ACC-1", 4));
    log.append(Frames.bar("A", 1));
    log.append(Frames.vwap("A", 1));
    outbox.tellHeads();
    List<WireFrame> frames = outbox.take(cache).orElseThrow().frames();
    assertEquals(3, frames.size());
    assertEquals(
        "{\"type\":\"heads\",\"data\":{\"account_balance:ACC-1\":[\"e1\",4],"
            + "\"intraday_bar:A\":[\"e1\",1]}}",
        frames.get(2).text());
    assertTrue(outbox.isEmpty());
  }

  @Test
  void headsWaitUntilTheSessionHasCaughtUp() {
    SharedLog longLog = new SharedLog(4096, 1 << 24);
    BatchCache longCache = new BatchCache(longLog);
    Outbox behind =
        new Outbox(longLog, new PrivateMailbox(16, 1 << 20, new MailboxMemory(1 << 20)));
    LongStream.rangeClosed(1, 1500).forEach(seq -> longLog.append(Frames.bar("A", seq)));
    behind.tellHeads();
    assertEquals(1024, behind.take(longCache).orElseThrow().frames().size());
    List<WireFrame> rest = behind.take(longCache).orElseThrow().frames();
    assertEquals(1500 - 1024 + 1, rest.size());
    assertEquals("heads", rest.get(rest.size() - 1).frame().type());
  }

  private List<Long> seqs(Outbox from) {
    return from.take(cache).orElseThrow().frames().stream().map(Frames::seq).toList();
  }
}
