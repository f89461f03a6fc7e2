package io.thor.channel;

/** Takes frames from the channel layer on one node. */
@FunctionalInterface
public interface FrameListener {

  /**
   * Takes one frame. It must only enqueue: the caller is the thread that committed the state.
   *
   * <p>Threads: calls for one topic come one after another and in order of {@code seq}; calls for
   * different topics may come at the same time. Errors: what it throws is logged and dropped.
   */
  void onFrame(Frame frame);
}
