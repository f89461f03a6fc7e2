package io.thor.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the {@code type} that a message record has on the wire, and its feature. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface WireType {

  /** The envelope's {@code type}. */
  String value();

  /** The feature whose stage applies; empty for what belongs to no feature. */
  String feature() default "";

  /** The prefixes of its topics, where they are not the {@code type} itself. */
  String[] topics() default {};
}
