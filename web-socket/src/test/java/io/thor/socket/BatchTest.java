package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    for (boolean wrapped : new boolean[] {true, false}) {
      Batch batch = new Batch(frames, wrapped);
      assertSame(batch.texts(), batch.texts());
    }
  }

  @Test
  void messagesThatWouldBeLongerThanTheLimitAreSeveral() {
    List<WireFrame> many =
        IntStream.rangeClosed(1, 1000).mapToObj(seq -> Frames.bar("A", seq)).toList();
    Batch batch = new Batch(many, true);

    List<Integer> seqs = new ArrayList<>();
    for (String text : batch.texts()) {
      assertTrue(text.length() <= BatchMessage.MOST_BYTES, () -> text.length() + " bytes");
      Jsonp.readObject(text).getJsonArray("data").getValuesAs(JsonObject.class).stream()
          .map(envelope -> envelope.getInt("seq"))
          .forEach(seqs::add);
    }
    assertEquals(IntStream.rangeClosed(1, 1000).boxed().toList(), seqs);
    int bytes = many.stream().mapToInt(WireFrame::payloadLength).sum();
    assertEquals(bytes / BatchMessage.MOST_BYTES + 1, batch.texts().size());
  }

  @Test
  void messagesFillTheLimitToItsLastByte() {
    int wrapping = "{'type':'batch','data':[,]}".length();
    WireFrame first = ofLength(30_000);
    WireFrame fits = ofLength(BatchMessage.MOST_BYTES - 30_000 - wrapping);
    WireFrame isLonger = ofLength(fits.payloadLength() + 1);

    assertEquals(
        BatchMessage.MOST_BYTES, new Batch(List.of(first, fits), true).texts().get(0).length());
    assertEquals(
        List.of(first.text(), isLonger.text()), new Batch(List.of(first, isLonger), true).texts());
  }

  @Test
  void oneFrameAloneIsNotWrapped() {
    Batch batch = new Batch(List.of(frames.get(0)), true);
    assertEquals(List.of(frames.get(0).text()), batch.texts());
  }

  private static WireFrame ofLength(int payloadBytes) {
    return Frames.answer(payloadBytes - Frames.answer(0).payloadLength());
  }
}
