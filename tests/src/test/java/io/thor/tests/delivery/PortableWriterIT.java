package io.thor.tests.delivery;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;

@Tag("writer")
@Isolated
class PortableWriterIT extends WriterSuite {
  PortableWriterIT() {
    super("portable");
  }
}
