package io.thor.socket.tyrus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Reaches what a container keeps to itself. */
final class Shape {

  private Shape() {}

  /** A field's value, by name, of the object's class or one above it. */
  static Object field(Object owner, String name) throws ReflectiveOperationException {
    Field field = declared(owner, name);
    field.setAccessible(true);
    return field.get(owner);
  }

  /** A field, by name, for changes that other threads must not come between. */
  static VarHandle variable(Object owner, String name) throws ReflectiveOperationException {
    Field field = declared(owner, name);
    return MethodHandles.privateLookupIn(field.getDeclaringClass(), MethodHandles.lookup())
        .unreflectVarHandle(field);
  }

  private static Field declared(Object owner, String name) throws NoSuchFieldException {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
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
