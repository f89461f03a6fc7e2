package io.thor.message;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How one record class is written: its components in order under snake_case names. The {@link
 * StreamPosition} is left out, for the envelope has it; an empty {@link Optional} is left out, for
 * missing is not null.
 *
 * <p>Threads: immutable.
 */
final class RecordShape {

  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private record Component(String name, MethodHandle reader) {}

  private final Component[] components;

  private RecordShape(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type.getName() + " is not a record");
    }
    components =
        Stream.of(type.getRecordComponents())
            .filter(component -> component.getType() != StreamPosition.class)
            .map(RecordShape::component)
            .toArray(Component[]::new);
  }

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  void write(JsonText json, Object value) {
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
    } else if (value instanceof Record) {
      of(value.getClass()).write(json, value);
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
        : HUMP.matcher(component.getName()).replaceAll("_").toLowerCase(java.util.Locale.ROOT);
  }
}
