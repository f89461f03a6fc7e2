package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.channel.Frame;
import io.thor.channel.InProcessChannel;
import io.thor.channel.TopicSources;
import io.thor.config.Settings;
import io.thor.jsonp.Jsonp;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Replays for a mailbox of 64 frames, so of 32 entries at most. */
class ReplaysTest {

  private static final String EPOCH = "e1";

  private final InProcessChannel channel = new InProcessChannel();
  private final Replays replays = new Replays();
  private final Storage storage = new Storage();

  ReplaysTest() {
    replays.channel = channel;
    replays.stored = new StoredFrames();
    replays.stored.sources = storage;
    replays.settings = new SmallMailbox();
    replays.configure();
  }

  /** Has the first entries of one log, and counts how often it is asked for them. */
  private static final class Storage extends TopicSources {
    private int entries;
    private int reads;

    @Override
    public Optional<TopicMessage> latest(Topic topic) {
      return entries == 0 ? Optional.empty() : Optional.of(Frames.barMessage(topic.key(), entries));
    }

    @Override
    public List<TopicMessage> since(Topic topic, long seq) {
      reads++;
      return LongStream.rangeClosed(seq + 1, entries)
          .<TopicMessage>mapToObj(next -> Frames.barMessage(topic.key(), next))
          .toList();
    }
  }

  private static final class SmallMailbox extends Settings {
    @Override
    public Optional<String> find(String key) {
      return key.equals(SessionFactory.MAILBOX_FRAMES_KEY) ? Optional.of("64") : Optional.empty();
    }
  }

  private void publish(String symbol, int entries) {
    LongStream.rangeClosed(1, entries)
        .forEach(seq -> channel.publish(Frames.barFrame(symbol, seq)));
  }

  private static Replays.Wanted bars(String symbol) {
    return wanted("intraday_bar:" + symbol, "");
  }

  private static Replays.Wanted bars(String symbol, long seq) {
    return wanted("intraday_bar:" + symbol, ",\"epoch\":\"" + EPOCH + "\",\"seq\":" + seq);
  }

  private static Replays.Wanted wanted(String topic, String position) {
    String request = "{\"topic\":\"" + topic + "\"" + position + "}";
    return new Replays.Wanted(Topic.parse(topic), TopicRequest.of(Jsonp.readObject(request)));
  }

  /** Of each topic whether it was resumed, the first entry and the last. */
  private Map<String, List<Object>> answers(Replays.Wanted... wanted) {
    Map<String, List<Object>> answers = new TreeMap<>();
    for (Replays.Replay replay : replays.of(List.of(wanted))) {
      List<Frame> frames = replay.frames();
      answers.put(
          replay.topic().key(),
          frames.isEmpty()
              ? List.of(replay.resumed())
              : List.of(replay.resumed(), seq(frames.get(0)), seq(frames.get(frames.size() - 1))));
    }
    return answers;
  }

  private static long seq(Frame frame) {
    return frame.route().orElseThrow().position().seq();
  }

  @Test
  void aLogHasTheWholeRoomBesideStates() {
    publish("A", 40);
    LongStream.rangeClosed(1, 3)
        .forEach(state -> channel.publish(Frames.vwap("V" + state, 9).frame()));

    assertEquals(
        Map.of(
            "A", List.of(false, 9L, 40L),
            "V1", List.of(false, 9L, 9L),
            "V2", List.of(false, 9L, 9L),
            "V3", List.of(false, 9L, 9L)),
        answers(wanted("vwap:V1", ""), wanted("vwap:V2", ""), bars("A"), wanted("vwap:V3", "")));
  }

  @Test
  void whoGoesOnGetsAllAndTheOthersShareTheRest() {
    publish("A", 40);
    publish("B", 40);
    publish("C", 40);

    assertEquals(
        Map.of(
            "A", List.of(true, 21L, 40L),
            "B", List.of(false, 35L, 40L),
            "C", List.of(false, 35L, 40L)),
        answers(bars("B"), bars("A", 20), bars("C")));
  }

  @Test
  void aPositionThatCannotBeServedBeginsAnew() {
    publish("A", 40);

    assertEquals(Map.of("A", List.of(false, 9L, 40L)), answers(bars("A", 7)));
    assertEquals(Map.of("A", List.of(true, 9L, 40L)), answers(bars("A", 8)));
    assertEquals(Map.of("A", List.of(true)), answers(bars("A", 40)));
    assertEquals(Map.of("A", List.of(false, 9L, 40L)), answers(bars("A", 41)));
    assertEquals(Map.of("A", List.of(false, 9L, 40L)), answers(bars("A", -1)));
  }

  @Test
  void nothingIsSaidOfATopicWithoutState() {
    assertEquals(Map.of("A", List.of(false)), answers(bars("A")));
  }

  @Test
  void whoComesBackAfterARestartSharesWhatIsReadAndMissesNothing() {
    storage.entries = 5;
    assertEquals(Map.of("A", List.of(true, 4L, 5L)), answers(bars("A", 3)));
    assertEquals(Map.of("A", List.of(true, 4L, 5L)), answers(bars("A", 3)));
    assertEquals(Map.of("A", List.of(true)), answers(bars("A", 5)));
    assertEquals(1, storage.reads);

    storage.entries = 6;
    channel.publish(Frames.barFrame("A", 6));
    assertEquals(Map.of("A", List.of(true, 4L, 6L)), answers(bars("A", 3)));
    assertEquals(2, storage.reads);
  }
}
