package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.Topic;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * What one session is sent at one time: frames in order, as messages and as one run of bytes.
 * Sessions with the same frames share one batch.
 *
 * <p>Threads: immutable but for what it makes when it is first asked for; of its buffer each reader
 * takes a view of its own.
 */
final class Batch {

  private final List<WireFrame> frames;
  private final List<? extends WireMessage> messages;
  private final Set<Topic> topics;
  private final IntFunction<ByteBuffer> memory;
  private ByteBuffer bytes;
  private List<String> texts = List.of();

  /**
   * A batch of at least one frame, for one session.
   *
   * @param wrapped whether the frames go inside {@code batch} messages
   */
  Batch(List<WireFrame> frames, boolean wrapped) {
    this(frames, wrapped, ByteBuffer::allocate);
  }

  /**
   * The same for all sessions that are due it. Its bytes lie outside the heap, where the kernel
   * reads them; a channel would copy bytes of the heap there first, for each session again.
   */
  static Batch shared(List<WireFrame> frames, boolean wrapped) {
    return new Batch(frames, wrapped, ByteBuffer::allocateDirect);
  }

  private Batch(List<WireFrame> frames, boolean wrapped, IntFunction<ByteBuffer> memory) {
    this.memory = memory;
    this.frames = List.copyOf(frames);
    this.messages = wrapped ? BatchMessage.wrap(this.frames) : this.frames;
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
      ByteBuffer all = memory.apply(messages.stream().mapToInt(WireMessage::length).sum());
      messages.forEach(message -> message.putFrame(all));
      bytes = all.flip();
    }
    return bytes.duplicate();
  }

  /** The messages as texts, for a writer that makes the frames itself. */
  synchronized List<String> texts() {
    if (texts.isEmpty()) {
      texts = messages.stream().map(WireMessage::text).toList();
    }
    return texts;
  }
}
