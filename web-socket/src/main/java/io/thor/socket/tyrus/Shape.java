package io.thor.socket.tyrus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reaches what a container keeps to itself. What was found once is remembered, for a class tells
 * its members by copying them all.
 *
 * <p>Threads: any.
 */
final class Shape {

  private static final Map<Member, Field> FIELDS = new ConcurrentHashMap<>();
  private static final Map<Member, Method> METHODS = new ConcurrentHashMap<>();
  private static final Map<Member, VarHandle> VARIABLES = new ConcurrentHashMap<>();

  private record Member(Class<?> owner, String name) {}

  private Shape() {}

  /** A field's value, by name, of the object's class or one above it. */
  static Object field(Object owner, String name) throws ReflectiveOperationException {
    return field(owner.getClass(), name).get(owner);
  }

  /**
   * Empties a field, by name, if it still holds the value, which no other thread can change
   * meanwhile.
   */
  static void clear(Object owner, String name, Object value) throws ReflectiveOperationException {
    Member member = new Member(owner.getClass(), name);
    VarHandle variable = VARIABLES.get(member);
    if (variable == null) {
      Field field = field(member.owner, name);
      variable =
          MethodHandles.privateLookupIn(field.getDeclaringClass(), MethodHandles.lookup())
              .unreflectVarHandle(field);
      VARIABLES.put(member, variable);
    }
    variable.compareAndSet(owner, value, null);
  }

  /** What a method without parameters returns, by name. */
  static Object call(Object owner, String name) throws ReflectiveOperationException {
    Member member = new Member(owner.getClass(), name);
    Method known = METHODS.get(member);
    if (known == null) {
      known = declaredMethod(member);
      known.setAccessible(true);
      METHODS.put(member, known);
    }
    return known.invoke(owner);
  }

  private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
    Member member = new Member(owner, name);
    Field known = FIELDS.get(member);
    if (known == null) {
      known = declaredField(member);
      known.setAccessible(true);
      FIELDS.put(member, known);
    }
    return known;
  }

  private static Field declaredField(Member member) throws NoSuchFieldException {
    for (Class<?> type = member.owner; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(member.name)) {
          return field;
        }
      }
    }
    throw new NoSuchFieldException(member.owner.getName() + "." + member.name);
  }

  private static Method declaredMethod(Member member) throws NoSuchMethodException {
    for (Class<?> type = member.owner; type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(member.name) && method.getParameterCount() == 0) {
          return method;
        }
      }
    }
    throw new NoSuchMethodException(member.owner.getName() + "." + member.name + "()");
  }
}
