package io.thor.tests.delivery;

import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class PortableWriterIT extends WriterSuite {
  PortableWriterIT() {
    super("portable");
  }
}
