package io.thor.cutover;

/** Where a browser takes what it draws from. */
public enum RenderPath {
  REST("REST"),
  WEBSOCKET("WebSocket");

  private final String label;

  RenderPath(String label) {
    this.label = label;
  }

  /** The word on the wire and on the screen. */
  @Override
  public String toString() {
    return label;
  }
}
