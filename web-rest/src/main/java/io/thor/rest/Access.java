package io.thor.rest;

import io.thor.identity.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says who may call a resource method. One without it is refused to everyone. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {

  /** Roles of which the caller needs one; none means any signed-in user. */
  Role[] value() default {};

  /** Whether nobody has to be signed in. */
  boolean open() default false;
}
