package io.thor.tests.delivery;

import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class ChannelWriterIT extends WriterSuite {
  ChannelWriterIT() {
    super("channel");
  }
}
