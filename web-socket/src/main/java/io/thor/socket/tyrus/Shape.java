package io.thor.socket.tyrus;

import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Reads what a container keeps to itself. */
final class Shape {

  private Shape() {}

  /** A field's value, by name, of the object's class or one above it. */
  static Object field(Object owner, String name) throws ReflectiveOperationException {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(owner);
        }
      }
    }
    throw new NoSuchFieldException(owner.getClass().getName() + "." + name);
  }

  /** What a method without parameters returns, by name. */
  static Object call(Object owner, String name) throws ReflectiveOperationException {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == 0) {
          method.setAccessible(true);
          return method.invoke(owner);
        }
      }
    }
    throw new NoSuchMethodException(owner.getClass().getName() + "." + name + "()");
  }
}
