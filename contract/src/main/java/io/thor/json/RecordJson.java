package io.thor.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How one record class is written. Types marked {@link JsonSkip} are left out; an empty {@link
 * Optional} is left out too, for missing is not null. Values may be decimals, whole numbers,
 * booleans, what is a {@link JsonSource}, records, collections, maps with text keys, times with an
 * offset; all else is written by its {@code toString}.
 *
 * <p>Threads: immutable.
 */
public final class RecordJson {

  private static final ClassValue<RecordJson> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordJson computeValue(Class<?> type) {
          return new RecordJson(type);
        }
      };

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private record Component(String name, MethodHandle reader) {}

  private final Component[] components;

  private RecordJson(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type.getName() + " is not a record");
    }
    components =
        Stream.of(type.getRecordComponents())
            .filter(component -> !component.getType().isAnnotationPresent(JsonSkip.class))
            .map(RecordJson::component)
            .toArray(Component[]::new);
  }

  /** The JSON text of a record. */
  public static String write(Record value) {
    JsonText json = new JsonText();
    write(json, value);
    return json.toString();
  }

  /** Writes a record as the next value. */
  public static void write(JsonText json, Record value) {
    SHAPES.get(value.getClass()).members(json, value);
  }

  private void members(JsonText json, Object value) {
    json.beginObject();
    for (Component component : components) {
      Object read = read(component, value);
      if (read instanceof Optional<?> optional) {
        optional.ifPresent(present -> value(json.name(component.name()), present));
      } else {
        value(json.name(component.name()), read);
      }
    }
    json.endObject();
  }

  private static void value(JsonText json, Object value) {
    if (value instanceof BigDecimal decimal) {
      json.number(decimal);
    } else if (value instanceof Long || value instanceof Integer) {
      json.number(((Number) value).longValue());
    } else if (value instanceof Boolean bool) {
      json.bool(bool);
    } else if (value instanceof OffsetDateTime time) {
      json.text(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
    } else if (value instanceof JsonSource source) {
      source.write(json);
    } else if (value instanceof Record record) {
      write(json, record);
    } else if (value instanceof Map<?, ?> map) {
      json.beginObject();
      map.forEach((name, member) -> value(json.name(name.toString()), member));
      json.endObject();
    } else if (value instanceof Collection<?> collection) {
      json.beginArray();
      collection.forEach(element -> value(json.element(), element));
      json.endArray();
    } else {
      json.text(value.toString());
    }
  }

  private static Object read(Component component, Object owner) {
    try {
      return component.reader().invokeExact(owner);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("reading " + component.name(), e);
    }
  }

  private static Component component(RecordComponent component) {
    try {
      MethodHandle reader =
          MethodHandles.publicLookup()
              .unreflect(component.getAccessor())
              .asType(MethodType.methodType(Object.class, Object.class));
      return new Component(wireName(component), reader);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(component + " must be public", e);
    }
  }

  private static String wireName(RecordComponent component) {
    JsonName given = component.getAnnotation(JsonName.class);
    return given != null
        ? given.value()
        : HUMP.matcher(component.getName()).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
