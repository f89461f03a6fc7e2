package io.thor.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.ErrorMessage;
import io.thor.message.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InProcessChannelTest {

  private static final Topic BARS = Topic.parse("intraday_bar:A");

  private final InProcessChannel channel = new InProcessChannel();
  private final List<Frame> heard = new ArrayList<>();

  private static Frame bar(long seq) {
    return Frame.of(States.bar("A", States.EPOCH, seq));
  }

  private static Frame vwap(long seq) {
    return Frame.of(States.vwap("A", seq));
  }

  private Optional<List<Long>> since(Topic topic, long seq) {
    return channel.since(topic, States.EPOCH, seq).map(States::positionsOf);
  }

  @Test
  void handsTheSameFrameToEveryListener() {
    List<Frame> others = new ArrayList<>();
    channel.subscribe(heard::add);
    channel.subscribe(others::add);
    Frame frame = bar(1);
    channel.publish(frame);

    assertSame(frame, heard.get(0));
    assertEquals(heard, others);
  }

  @Test
  void dropsWhatHasPassedOnItsTopicAlone() {
    channel.subscribe(heard::add);
    channel.publish(bar(5));
    channel.publish(bar(5));
    channel.publish(bar(4));
    channel.publish(vwap(4));
    channel.publish(bar(6));

    assertEquals(List.of(5L, 4L, 6L), States.positionsOf(heard));
  }

  @Test
  void passesOnWhatIsOnNoTopicEveryTime() {
    Frame frame = Frame.of(new ErrorMessage("code", "text", false));
    channel.subscribe(heard::add);
    channel.publish(frame);
    channel.publish(frame);

    assertEquals(List.of(frame, frame), heard);
  }

  @Test
  void aListenerThatThrowsStopsNoOther() {
    channel.subscribe(
        frame -> {
          throw new IllegalStateException("as the test wants it");
        });
    channel.subscribe(heard::add);
    channel.publish(bar(1));
    channel.publish(bar(2));

    assertEquals(List.of(1L, 2L), States.positionsOf(heard));
  }

  @Test
  void aClosedRegistrationHearsNothingMore() {
    ChannelLayer.Registration registration = channel.subscribe(heard::add);
    channel.publish(bar(1));
    registration.close();
    channel.publish(bar(2));

    assertEquals(List.of(1L), States.positionsOf(heard));
  }

  @Test
  void closingTwiceDoesNothing() {
    FrameListener listener = heard::add;
    ChannelLayer.Registration first = channel.subscribe(listener);
    channel.subscribe(listener);
    first.close();
    first.close();
    channel.publish(bar(1));

    assertEquals(List.of(1L), States.positionsOf(heard));
  }

  @Test
  void keepsTheLatestOfAStateAndTheLogOfALog() {
    channel.publish(vwap(1));
    channel.publish(vwap(3));
    channel.publish(bar(1));
    channel.publish(bar(2));

    Topic state = Topic.parse("vwap:A");
    assertEquals(vwap(3).text(), channel.latest(state).orElseThrow().text());
    assertEquals(Optional.empty(), since(state, 1));
    assertEquals(Optional.of(List.of(3L)), since(state, 2));
    assertEquals(Optional.of(List.of(1L, 2L)), since(BARS, 0));
  }

  @Test
  void keepsADayOfMinutes() {
    LongStream.rangeClosed(1, 1441).forEach(seq -> channel.publish(bar(seq)));

    assertEquals(Optional.empty(), since(BARS, 0));
    assertEquals(1440, since(BARS, 1).orElseThrow().size());
  }

  @Test
  void knowsNothingOfATopicThatWasSilent() {
    assertTrue(channel.latest(BARS).isEmpty());
    assertTrue(channel.since(BARS, States.EPOCH, 0).isEmpty());
  }
}
