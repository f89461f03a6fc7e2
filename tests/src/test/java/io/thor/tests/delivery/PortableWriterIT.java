package io.thor.tests.delivery;

class PortableWriterIT extends WriterSuite {
  PortableWriterIT() {
    super("portable");
  }
}
