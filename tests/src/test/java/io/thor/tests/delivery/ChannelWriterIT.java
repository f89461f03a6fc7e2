package io.thor.tests.delivery;

import org.junit.jupiter.api.Tag;

@Tag("writer")
class ChannelWriterIT extends WriterSuite {
  ChannelWriterIT() {
    super("channel");
  }
}
