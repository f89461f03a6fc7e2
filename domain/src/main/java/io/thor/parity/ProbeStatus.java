package io.thor.parity;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * How the probe of this node is, in words for operators.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class ProbeStatus {

  private volatile String words = "not running on this node";

  public String words() {
    return words;
  }

  public void become(String newWords) {
    words = newWords;
  }
}
