package io.thor.tests.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test constructors and methods the one {@link ThorServer} that all test classes of this JVM
 * with the same extension share. It is started when first asked for and closed after the last test.
 */
abstract class ServerForAll implements ParameterResolver {

  /** Starts the one server. */
  abstract ThorServer start();

  @Override
  public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ThorServer.class;
  }

  @Override
  public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(getClass()))
        .getOrComputeIfAbsent(ThorServer.class, key -> start(), ThorServer.class);
  }
}
