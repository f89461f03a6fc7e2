package io.thor.tests.delivery;

import org.junit.jupiter.api.Tag;

@Tag("writer")
@Tag("long")
class FrameWriterIT extends WriterSuite {
  FrameWriterIT() {
    super("frame");
  }
}
