package io.thor.cutover;

import java.util.concurrent.CompletableFuture;

/**
 * The far end of a drill's session: it reads what it is sent as a browser does, and acknowledges.
 */
public interface DrillClient extends AutoCloseable {

  /** Names its session. */
  String connection();

  /**
   * Done as soon as it was told to draw a feature from a path at a revision and its acknowledgement
   * is counted.
   */
  CompletableFuture<Void> follows(long revision, String feature, RenderPath path);

  /** Ends its session. */
  @Override
  void close();
}
