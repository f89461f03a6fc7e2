package io.thor.tests.delivery;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;

@Tag("writer")
@Tag("long")
@Isolated
class FrameWriterIT extends WriterSuite {
  FrameWriterIT() {
    super("frame");
  }
}
