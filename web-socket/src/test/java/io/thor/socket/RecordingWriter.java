package io.thor.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A writer that the test completes, or that completes at once. */
final class RecordingWriter implements SessionWriter {

  final List<WireFrame> written = new ArrayList<>();
  final List<Consumer<Optional<Throwable>>> open = new ArrayList<>();
  private final boolean atOnce;
  private boolean aborted;
  private boolean ended;

  RecordingWriter(boolean atOnce) {
    this.atOnce = atOnce;
  }

  @Override
  public void write(Batch batch, Runnable progressed, Consumer<Optional<Throwable>> done) {
    written.addAll(batch.frames());
    if (atOnce) {
      done.accept(Optional.empty());
    } else {
      open.add(done);
    }
  }

  @Override
  public void ping() {
    written.add(Frames.answer(0));
  }

  @Override
  public void abort() {
    aborted = true;
  }

  boolean isAborted() {
    return aborted;
  }

  @Override
  public void ended() {
    ended = true;
  }

  boolean isEnded() {
    return ended;
  }

  /** Ends the oldest send. */
  void complete(Optional<Throwable> failure) {
    open.remove(0).accept(failure);
  }
}
