package io.thor.socket;

/**
 * A class loader that a thread has as its context for the time of a call.
 *
 * <p>Payara captures the caller's context anew with each send, and asks the context class loader
 * for services that would add to it: a search through every archive of the server, for each
 * message. The platform's loader knows of none and answers at once. What comes back to this module
 * has the module's own loader again, as everything here expects.
 */
enum ContextLoader {
  PLATFORM(ClassLoader.getPlatformClassLoader()),
  MODULE(ContextLoader.class.getClassLoader());

  private final ClassLoader loader;

  ContextLoader(ClassLoader loader) {
    this.loader = loader;
  }

  /** Runs a call; what it throws, comes out. */
  void during(Runnable call) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      call.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
