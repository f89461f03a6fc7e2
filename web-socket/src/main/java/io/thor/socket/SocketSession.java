package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.identity.Viewer;
import jakarta.websocket.CloseReason;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One session: whose it is, what waits for it, and whether a send is under way. At most one is.
 *
 * <p>Threads: any.
 */
final class SocketSession {

  private static final System.Logger LOG = System.getLogger(SocketSession.class.getName());

  private final Line line;
  private final Visitor visitor;
  private final SessionWriter writer;
  private final SendWorker worker;
  private final PushCounters counters;
  private final Outbox outbox;
  private final Liveness liveness = new Liveness(System.nanoTime());
  private final EarlyRequests early = new EarlyRequests();
  private final InFlight inFlight = new InFlight();
  private final Goodbye goodbye;
  private final InboundLimit inbound = new InboundLimit();
  private final Acknowledged acknowledged = new Acknowledged();
  private volatile Viewer viewer;
  private volatile boolean full;
  private boolean held = true;

  SocketSession(
      Line line, Visitor visitor, SessionWriter writer, SendWorker worker, Outbox outbox) {
    this.line = line;
    this.goodbye = new Goodbye(line);
    this.visitor = visitor;
    this.viewer = visitor.viewer();
    this.writer = writer;
    this.worker = worker;
    this.counters = worker.counters();
    this.outbox = outbox;
  }

  String id() {
    return line.id();
  }

  Visitor visitor() {
    return visitor;
  }

  Viewer viewer() {
    return viewer;
  }

  /**
   * Its token lasts longer now.
   *
   * <p>Errors: {@link InvalidRequestException} for another token than that of the handshake.
   */
  void refresh(Viewer refreshed) {
    if (!refreshed.tokenId().equals(viewer.tokenId())) {
      throw new InvalidRequestException(
          "'ticket' is for another token; ask for one with the token of this connection");
    }
    if (!refreshed.accountIds().equals(viewer.accountIds())) {
      close(CloseReason.CloseCodes.SERVICE_RESTART, "the accounts have changed");
    }
    viewer = refreshed;
  }

  Liveness liveness() {
    return liveness;
  }

  /** What the client follows of the cutover. */
  Acknowledged acknowledged() {
    return acknowledged;
  }

  synchronized Subscription subscription() {
    return outbox.subscription();
  }

  /** Queues a frame of this session's own, if its user may see it and it is wanted. */
  void offer(WireFrame wire) {
    Frame frame = wire.frame();
    if (frame.audience().includes(viewer().accountIds())) {
      change(
          box -> {
            if (box.subscription().wants(frame)) {
              box.put(wire);
            }
          });
    }
  }

  /** Queues an answer to what the client sent. */
  void answer(Frame frame) {
    change(box -> box.put(WireFrame.of(frame)));
  }

  /**
   * Queues the picture with which a plain session begins, lets it be sent, and then does what the
   * client has asked for meanwhile.
   */
  void join(List<Frame> picture) {
    release(box -> {}, picture);
    early.joined();
  }

  /**
   * Does what the client asks for, once its picture is queued: one that came behind the answer to a
   * subscription would hide what the stream has still to bring.
   */
  void whenJoined(Runnable request) {
    early.accept(request);
  }

  /** Makes it a full session: nothing but answers until it subscribes. */
  void become(boolean batching) {
    full = true;
    change(
        box -> {
          box.subscribeToNothing();
          box.batch(batching);
        });
  }

  boolean isFull() {
    return full;
  }

  /**
   * This session, if it has said hello.
   *
   * <p>Errors: {@link InvalidRequestException} otherwise.
   */
  SocketSession requireFull() {
    if (!full) {
      throw new InvalidRequestException(
          "say 'hello' first; a plain client gets everything unasked");
    }
    return this;
  }

  /** Changes what is wanted and sends nothing until {@link #release}. */
  void hold(Consumer<Outbox> change) {
    synchronized (this) {
      held = true;
      change.accept(outbox);
    }
  }

  /** Queues an answer and the picture that belongs to it, and lets the stream go on behind them. */
  void release(Frame answer, List<Frame> picture) {
    release(box -> box.put(WireFrame.of(answer)), picture);
  }

  private void release(Consumer<Outbox> first, List<Frame> picture) {
    change(
        box -> {
          first.accept(box);
          picture.forEach(frame -> box.putGiven(WireFrame.of(frame)));
          held = false;
        });
  }

  /** Whether the client has sent no more than it may. */
  boolean mayAsk() {
    return inbound.take(System.nanoTime());
  }

  /** Changes what is wanted or waits, as one step. Never blocks; closes a session that is full. */
  void change(Consumer<Outbox> change) {
    try {
      synchronized (this) {
        change.accept(outbox);
      }
      worker.ready(this);
    } catch (TooSlowException e) {
      close(CloseCode.SLOW_CONSUMER, e.getMessage());
    }
  }

  /** Starts the next send unless one is under way. The worker calls it. */
  void flush(BatchCache cache) {
    Optional<Batch> batch;
    try {
      batch = take(cache);
    } catch (TooSlowException e) {
      close(CloseCode.SLOW_CONSUMER, e.getMessage());
      return;
    }
    batch.ifPresent(next -> writer.write(next, this::progressed, failure -> sent(next, failure)));
  }

  private synchronized Optional<Batch> take(BatchCache cache) {
    if (held || inFlight.isUnderWay() || goodbye.isBegun() || outbox.isEmpty()) {
      return Optional.empty();
    }
    Optional<Batch> batch = Optional.empty();
    while (batch.isEmpty() && !outbox.isEmpty()) {
      batch = outbox.take(cache);
    }
    if (batch.isPresent()) {
      inFlight.begin();
    }
    return batch;
  }

  /** A part of the batch has gone out, so the send is not stuck. */
  private synchronized void progressed() {
    inFlight.progressed();
  }

  private void sent(Batch batch, Optional<Throwable> failure) {
    boolean more;
    synchronized (this) {
      inFlight.end();
      more = !outbox.isEmpty();
    }
    if (failure.isPresent()) {
      LOG.log(Level.DEBUG, "a send to session " + id() + " failed", failure.get());
      end(CloseReason.CloseCodes.UNEXPECTED_CONDITION, "send failed", writer::failed);
      return;
    }
    counters.sent(batch);
    if (more) {
      worker.ready(this);
    }
  }

  /** How long the send that is under way has made no progress; zero when none is. */
  synchronized Duration sendingFor(long nowNanos) {
    return inFlight.lasts(nowNanos);
  }

  /** Whether nothing waits and nothing is under way. */
  synchronized boolean isIdle() {
    return !inFlight.isUnderWay() && outbox.isEmpty();
  }

  /** Sends a protocol ping, unless a send is under way, which is watched by itself. */
  void ping() {
    if (sendingFor(System.nanoTime()).isZero() && !goodbye.isBegun()) {
      writer.ping();
    }
  }

  /** Closes once; what waits is dropped. The closing handshake runs on another thread. */
  void close(CloseReason.CloseCode code, String reason) {
    end(code, reason, goodbye::say);
  }

  private void end(CloseReason.CloseCode code, String reason, Runnable last) {
    if (goodbye.begin(new CloseReason(code, reason), System.nanoTime())) {
      counters.closed(code);
      discard();
      worker.execute(last);
    }
  }

  /** The connection has ended; what waits is dropped, and nothing is written any more. */
  void ended() {
    discard();
    writer.ended();
  }

  private synchronized void discard() {
    outbox.discard();
  }

  /** How many frames that everyone gets this session has still to be sent. */
  synchronized long behind() {
    return outbox.behind();
  }

  boolean isClosing() {
    return goodbye.isBegun();
  }

  /** How long ago it began to close; zero when it has not. */
  Duration closingFor(long nowNanos) {
    return goodbye.lasts(nowNanos);
  }

  /** Ends the connection of a session whose closing handshake does not get through. */
  void abort() {
    writer.abort();
  }
}
