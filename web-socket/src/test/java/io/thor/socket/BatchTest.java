package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {

  private final List<WireFrame> frames =
      List.of(Frames.bar("A", 1), Frames.vwap("B", 9), Frames.bar("A", 2));

  @Test
  void runOfBytesIsTheFramesOneBehindTheOther() {
    ByteBuffer expected = ByteBuffer.allocate(10_000);
    frames.forEach(frame -> frame.putFrame(expected));
    assertEquals(expected.flip(), new Batch(frames, false).bytes());
  }

  @Test
  void readersDoNotDisturbEachOther() {
    Batch batch = new Batch(frames, false);
    ByteBuffer first = batch.bytes();
    first.position(first.limit());
    assertEquals(first.limit(), batch.bytes().remaining());
  }

  @Test
  void oneMessageHoldsTheEnvelopesInOrder() {
    List<String> texts = new Batch(frames, true).texts();
    assertEquals(1, texts.size());
    JsonObject message = Jsonp.readObject(texts.get(0));
    assertEquals("batch", message.getString("type"));
    List<String> inside =
        message.getJsonArray("data").stream().map(value -> value.toString()).toList();
    assertEquals(3, inside.size());
    assertEquals(
        "intraday_bar:A", message.getJsonArray("data").getJsonObject(2).getString("topic"));
  }

  @Test
  void oneMessageIsTheSameAsTextAndAsBytes() {
    Batch batch = new Batch(frames, true);
    ByteBuffer bytes = batch.bytes();
    String text = batch.texts().get(0);
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer expected = WireFrame.header(payload.length);
    ByteBuffer whole = ByteBuffer.allocate(expected.remaining() + payload.length);
    assertEquals(whole.put(expected).put(payload).flip(), bytes);
  }

  @Test
  void textsAreMadeOnceForAllReaders() {
    for (boolean asOneMessage : new boolean[] {true, false}) {
      Batch batch = new Batch(frames, asOneMessage);
      assertSame(batch.texts(), batch.texts());
    }
  }

  @Test
  void oneFrameAloneIsNotWrapped() {
    Batch batch = new Batch(List.of(frames.get(0)), true);
    assertEquals(List.of(frames.get(0).text()), batch.texts());
  }
}
