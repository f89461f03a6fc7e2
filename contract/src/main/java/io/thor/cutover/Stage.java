package io.thor.cutover;

/** How far a feature has moved from polling to pushing, in order. */
public enum Stage {
  /** Nothing is sent; states are committed and numbered all the same. */
  OFF,
  /** Sent and compared, while the browser renders REST. The default. */
  SHADOW,
  /** Rendered from WebSocket for some accounts. */
  CANARY,
  /** Rendered from WebSocket; REST is polled slowly to compare. */
  LIVE,
  /** Rendered from WebSocket; REST only for resync and history. */
  COMPLETE;

  /** Whether sessions are sent the feature's messages. */
  public boolean sends() {
    return this != OFF;
  }

  /** What a browser draws at this stage, for a session outside any canary. */
  public RenderPath renders() {
    return compareTo(LIVE) >= 0 ? RenderPath.WEBSOCKET : RenderPath.REST;
  }

  /** The lower of two stages. */
  public Stage atMost(Stage cap) {
    return compareTo(cap) <= 0 ? this : cap;
  }
}
