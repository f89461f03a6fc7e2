package io.thor.storage;

import java.util.function.Supplier;

/** The transaction boundary; a stateless enterprise bean stands behind it. */
@FunctionalInterface
public interface Transactions {

  /** Runs work in a transaction of its own, whatever the caller has. */
  <T> T requiresNew(Supplier<T> work);
}
