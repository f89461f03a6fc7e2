package io.thor.socket;

import java.nio.ByteBuffer;

/** One text message as it goes over the wire, made once for all its readers. */
interface WireMessage {

  /** Header and payload together, in bytes. */
  int length();

  /** Adds header and payload to a buffer that has room for them. */
  void putFrame(ByteBuffer target);

  /** The payload, for a writer that makes the frame itself. */
  String text();
}
