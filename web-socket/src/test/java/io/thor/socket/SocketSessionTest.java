package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.channel.Frame;
import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SocketSessionTest {

  private final List<CloseReason> closed = new ArrayList<>();
  private final SharedLog log = new SharedLog(16, 1 << 20);
  private final SendWorker worker = new SendWorker(Runnable::run, log, Sessions.COUNTERS);
  private final RecordingWriter writer = new RecordingWriter(false);
  private final SocketSession session = session(writer);

  private SocketSession session(SessionWriter to) {
    SocketSession made = Sessions.of(to, worker, log, reason -> closed.add((CloseReason) reason));
    worker.add(made);
    return made;
  }

  private void publish(WireFrame frame) {
    log.append(frame);
    worker.published();
  }

  @Test
  void sendsNothingBeforeThePicture() {
    publish(Frames.bar("A", 1));
    assertEquals(List.of(), writer.written);
    session.join(List.of(Frames.barFrame("A", 1)));
    assertEquals(List.of(1L), seqs());
  }

  @Test
  void doesWhatWasAskedForEarlyBehindThePictureAndInOrder() {
    List<String> done = new ArrayList<>();
    session.whenJoined(() -> done.add("first, after " + writer.written.size()));
    session.whenJoined(() -> session.whenJoined(() -> done.add("asked by the second")));
    session.whenJoined(() -> done.add("third"));
    assertEquals(List.of(), done);

    session.join(List.of(Frames.barFrame("A", 1)));
    session.whenJoined(() -> done.add("late"));

    assertEquals(List.of("first, after 1", "third", "asked by the second", "late"), done);
  }

  @Test
  void aSubscriptionThatCameEarlyStandsBehindThePicture() {
    session.whenJoined(() -> session.become(false));
    session.whenJoined(
        () -> {
          session.hold(box -> box.subscribe(Subscription.to(Set.of(), Set.of("intraday_bar"))));
          session.release(
              Frames.answer(7).frame(), List.of(Frames.barFrame("A", 1), Frames.barFrame("A", 2)));
        });
    session.join(List.of(Frames.barFrame("A", 2)));
    publish(Frames.bar("A", 3));
    writer.complete(Optional.empty());

    assertEquals(List.of(2L, 1L, 2L, 3L), seqs());
  }

  @Test
  void hasOneSendInFlightAndThenTakesAllThatGathered() {
    session.join(List.of());
    publish(Frames.bar("A", 1));
    publish(Frames.bar("A", 2));
    publish(Frames.bar("A", 3));
    assertEquals(List.of(1L), seqs());
    writer.complete(Optional.empty());
    assertEquals(List.of(1L, 2L, 3L), seqs());
    assertEquals(1, writer.open.size());
  }

  @Test
  void tellsHowLongItHasBeenClosing() {
    long now = System.nanoTime();
    assertEquals(Duration.ZERO, session.closingFor(now));
    session.close(CloseCode.NO_PONG, "no pong");
    long later = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    assertTrue(session.closingFor(later).compareTo(Duration.ofSeconds(3)) >= 0);
  }

  @Test
  void neverShowsAnotherAccount() {
    session.join(List.of());
    session.offer(Frames.balance("ACC-2", 1));
    session.offer(Frames.balance("ACC-1", 1));
    assertEquals(1, writer.written.size());
    assertTrue(writer.written.get(0).text().contains("ACC-1"));
  }

  @Test
  void isClosedOnceWhenTheLogHasGoneOnWithoutIt() {
    session.join(List.of());
    publish(Frames.bar("A", 1));
    LongStream.rangeClosed(2, 40).forEach(seq -> publish(Frames.bar("A", seq)));
    writer.complete(Optional.empty());
    publish(Frames.bar("A", 41));
    assertEquals(List.of(4101), codes());
    assertEquals(List.of(1L), seqs());
  }

  @Test
  void isClosedWhenItsMailboxIsFull() {
    LongStream.rangeClosed(1, 9).forEach(i -> session.answer(Frame.answer("a", "{}")));
    assertEquals(List.of(4101), codes());
  }

  @Test
  void aSlowSessionDoesNotHoldUpAnother() {
    RecordingWriter quick = new RecordingWriter(true);
    session.join(List.of());
    session(quick).join(List.of());
    LongStream.rangeClosed(1, 10).forEach(seq -> publish(Frames.bar("A", seq)));
    assertEquals(1, writer.written.size());
    assertEquals(10, quick.written.size());
  }

  @Test
  void endsWithoutAGoodbyeWhenASendFails() {
    session.join(List.of());
    publish(Frames.bar("A", 1));
    writer.complete(Optional.of(new IOException("gone")));
    publish(Frames.bar("A", 2));
    assertEquals(List.of(), codes());
    assertEquals(List.of(1L), seqs());
    assertTrue(writer.isAborted());
    assertTrue(session.isClosing());
  }

  @Test
  void tellsItsWriterThatTheConnectionHasEnded() {
    session.join(List.of());
    assertFalse(writer.isEnded());
    session.ended();
    assertTrue(writer.isEnded());
  }

  @Test
  void aFullClientGetsNothingUnasked() {
    session.join(List.of());
    session.become(false);
    publish(Frames.bar("A", 1));
    session.offer(Frames.balance("ACC-1", 1));
    assertEquals(List.of(), writer.written);
    assertTrue(session.isFull());
  }

  @Test
  void findsItsFrameBehindMoreThanItLooksAtAtOnce() {
    SharedLog longLog = new SharedLog(4096, 1 << 24);
    SendWorker idle = new SendWorker(task -> {}, longLog, Sessions.COUNTERS);
    SocketSession picky = Sessions.of("s2", writer, idle, longLog);
    picky.join(List.of());
    picky.change(box -> box.subscribe(Subscription.to(Set.of(), Set.of("vwap"))));
    LongStream.rangeClosed(1, 2500).forEach(seq -> longLog.append(Frames.bar("A", seq)));
    longLog.append(Frames.vwap("A", 1));
    picky.flush(new BatchCache(longLog));
    assertEquals(1, writer.written.size());
    assertEquals("vwap_update", writer.written.get(0).frame().type());
  }

  @Test
  void isNotPingedWhileASendIsUnderWay() {
    session.join(List.of());
    publish(Frames.bar("A", 1));
    assertFalse(session.sendingFor(System.nanoTime() + 1).isZero());
    session.ping();
    assertEquals(1, writer.written.size());
    writer.complete(Optional.empty());
    session.ping();
    assertEquals(2, writer.written.size());
  }

  private List<Long> seqs() {
    return writer.written.stream()
        .filter(wire -> wire.frame().route().isPresent())
        .map(Frames::seq)
        .toList();
  }

  private List<Integer> codes() {
    return closed.stream().map(reason -> reason.getCloseCode().getCode()).toList();
  }
}
