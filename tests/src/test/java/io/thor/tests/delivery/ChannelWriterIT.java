package io.thor.tests.delivery;

class ChannelWriterIT extends WriterSuite {
  ChannelWriterIT() {
    super("channel");
  }
}
