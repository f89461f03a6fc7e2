package io.thor.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The catalogue of permitted messages, read from the sealed hierarchy itself. */
public final class MessageTypes {

  /**
   * One permitted message.
   *
   * @param feature the cutover feature, or empty for what belongs to none
   * @param topics the prefixes of its topics
   */
  public record Entry(
      Class<? extends Message> message, String type, String feature, Set<String> topics) {}

  private static final Map<Class<?>, Entry> ENTRIES = read();

  private MessageTypes() {}

  /** Every permitted message, in the order of the {@code permits} clauses. */
  public static List<Entry> all() {
    return List.copyOf(ENTRIES.values());
  }

  /** The features that can be cut over, each once, in the order of the {@code permits} clauses. */
  public static List<String> features() {
    return ENTRIES.values().stream()
        .map(Entry::feature)
        .filter(feature -> !feature.isEmpty())
        .distinct()
        .toList();
  }

  /** The feature of the topics with a prefix; empty for what belongs to none. */
  public static Optional<String> featureOfTopics(String prefix) {
    return ENTRIES.values().stream()
        .filter(entry -> entry.topics().contains(prefix))
        .map(Entry::feature)
        .filter(feature -> !feature.isEmpty())
        .findFirst();
  }

  static Entry of(Class<?> message) {
    return ENTRIES.get(message);
  }

  private static Map<Class<?>, Entry> read() {
    Map<Class<?>, Entry> entries = new LinkedHashMap<>();
    leaves(Message.class).forEach(leaf -> entries.put(leaf, entry(leaf)));
    return entries;
  }

  private static Stream<Class<? extends Message>> leaves(Class<? extends Message> type) {
    if (!type.isSealed()) {
      return Stream.of(type);
    }
    return Stream.of(type.getPermittedSubclasses())
        .flatMap(subtype -> leaves(subtype.asSubclass(Message.class)));
  }

  private static Entry entry(Class<? extends Message> leaf) {
    WireType wire = leaf.getAnnotation(WireType.class);
    if (wire == null) {
      throw new IllegalStateException(leaf.getName() + " needs @WireType with its type name");
    }
    Set<String> topics = wire.topics().length == 0 ? Set.of(wire.value()) : Set.of(wire.topics());
    return new Entry(leaf, wire.value(), wire.feature(), topics);
  }
}
