package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireFrameTest {

  @ParameterizedTest
  @CsvSource({"0, 2", "125, 2", "126, 4", "65535, 4", "65536, 10"})
  void headerGrowsWithThePayload(int payload, int headerLength) {
    assertEquals(headerLength + payload, Frames.answer(payload).length());
  }

  @Test
  void writesTheLengthInNetworkOrder() {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 300);
    Frames.answer(300).putFrame(bytes);
    byte[] header = {(byte) 0x81, 126, 1, 44};
    assertArrayEquals(header, Arrays.copyOf(bytes.array(), 4));
  }

  @Test
  void writesTheLongLengthInEightBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(10 + 70_000);
    Frames.answer(70_000).putFrame(bytes);
    assertEquals(127, bytes.get(1));
    assertEquals(70_000, bytes.getLong(2));
  }

  @Test
  void textIsThePayloadAlone() {
    WireFrame frame = Frames.vwap("A", 7);
    assertEquals(frame.frame().text(), frame.text());
  }
}
