package io.thor.tests.delivery;

import org.junit.jupiter.api.Tag;

@Tag("writer")
class PortableWriterIT extends WriterSuite {
  PortableWriterIT() {
    super("portable");
  }
}
