package io.thor.tests.delivery;

class FrameWriterIT extends WriterSuite {
  FrameWriterIT() {
    super("frame");
  }
}
