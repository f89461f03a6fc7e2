package io.thor.tests.delivery;

import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class FrameWriterIT extends WriterSuite {
  FrameWriterIT() {
    super("frame");
  }
}
