package io.thor.replay;

import io.thor.intraday.Bar;
import java.io.IOException;

/** Takes what a replay computes. */
public interface ReplaySink {

  /**
   * A bar that never changes again; by time, those of one minute by symbol.
   *
   * @param session its session up to and with this bar
   */
  void bar(Bar bar, SessionSummary session) throws IOException;

  /** A session that is over or at whose end the file ends. */
  void session(SessionSummary session) throws IOException;
}
