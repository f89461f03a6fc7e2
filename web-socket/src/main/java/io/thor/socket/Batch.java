package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * What one session is sent at one time: frames in order, and the same as one run of bytes. Sessions
 * with the same frames share one batch.
 *
 * <p>Threads: immutable but for what it makes when it is first asked for; of its buffer each reader
 * takes a view of its own.
 */
final class Batch {

  private static final byte[] OPENING =
      "{\"type\":\"batch\",\"data\":[".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CLOSING = "]}".getBytes(StandardCharsets.UTF_8);

  private final List<WireFrame> frames;
  private final boolean asOneMessage;
  private final Set<Topic> topics;
  private final IntFunction<ByteBuffer> memory;
  private ByteBuffer bytes;
  private List<String> texts = List.of();

  /**
   * A batch of at least one frame, for one session.
   *
   * @param asOneMessage whether the frames go inside one {@code batch} message
   */
  Batch(List<WireFrame> frames, boolean asOneMessage) {
    this(frames, asOneMessage, ByteBuffer::allocate);
  }

  /**
   * The same for all sessions that are due it. Its bytes lie outside the heap, where the kernel
   * reads them; a channel would copy bytes of the heap there first, for each session again.
   */
  static Batch shared(List<WireFrame> frames, boolean asOneMessage) {
    return new Batch(frames, asOneMessage, ByteBuffer::allocateDirect);
  }

  private Batch(List<WireFrame> frames, boolean asOneMessage, IntFunction<ByteBuffer> memory) {
    this.memory = memory;
    this.frames = List.copyOf(frames);
    this.asOneMessage = asOneMessage && frames.size() > 1;
    this.topics =
        this.frames.stream()
            .flatMap(wire -> wire.frame().route().stream())
            .map(Frame.Route::topic)
            .collect(Collectors.toUnmodifiableSet());
  }

  List<WireFrame> frames() {
    return frames;
  }

  /** The topics of its frames. */
  Set<Topic> topics() {
    return topics;
  }

  /** Everything as it stands on the wire: a view of the shared bytes. */
  synchronized ByteBuffer bytes() {
    if (bytes == null) {
      bytes = asOneMessage ? oneMessage() : concatenated();
    }
    return bytes.duplicate();
  }

  /** The messages as texts, for a writer that makes the frames itself. */
  synchronized List<String> texts() {
    if (texts.isEmpty()) {
      texts = asOneMessage ? List.of(oneText()) : frames.stream().map(WireFrame::text).toList();
    }
    return texts;
  }

  private String oneText() {
    ByteBuffer payload = payload();
    return new String(payload.array(), 0, payload.limit(), StandardCharsets.UTF_8);
  }

  private ByteBuffer concatenated() {
    ByteBuffer all = memory.apply(frames.stream().mapToInt(WireFrame::length).sum());
    frames.forEach(frame -> frame.putFrame(all));
    return all.flip();
  }

  private ByteBuffer oneMessage() {
    ByteBuffer payload = payload();
    ByteBuffer header = WireFrame.header(payload.remaining());
    return memory.apply(header.remaining() + payload.remaining()).put(header).put(payload).flip();
  }

  private ByteBuffer payload() {
    int size = frames.stream().mapToInt(frame -> frame.length() + 1).sum();
    ByteBuffer payload = ByteBuffer.allocate(OPENING.length + size + CLOSING.length).put(OPENING);
    for (int i = 0; i < frames.size(); i++) {
      if (i > 0) {
        payload.put((byte) ',');
      }
      frames.get(i).putPayload(payload);
    }
    return payload.put(CLOSING).flip();
  }
}
