package io.thor.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The catalogue of permitted messages, read from the sealed hierarchy itself. */
public final class MessageTypes {

  /**
   * One permitted message.
   *
   * @param feature the cutover feature, or empty for what belongs to none
   */
  public record Entry(Class<? extends Message> message, String type, String feature) {}

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
    return new Entry(leaf, wire.value(), wire.feature());
  }
}
