package io.thor.config;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;

/** MicroProfile Config, on servers that have it. GlassFish has its API, and nothing behind it. */
final class MicroProfileSettings {

  private static final boolean PRESENT = present();

  private MicroProfileSettings() {}

  static Optional<String> find(String key) {
    return PRESENT ? Reader.find(key) : Optional.empty();
  }

  /** The names of all properties, of every application and of the server. */
  static Set<String> names() {
    return PRESENT ? Reader.names() : Set.of();
  }

  private static boolean present() {
    try {
      Class.forName(
          "org.eclipse.microprofile.config.ConfigProvider",
          false,
          MicroProfileSettings.class.getClassLoader());
      return Reader.isImplemented();
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Apart, so that the API is linked only where it exists. */
  private static final class Reader {
    static boolean isImplemented() {
      try {
        ConfigProvider.getConfig();
        return true;
      } catch (IllegalStateException e) {
        return false;
      }
    }

    static Optional<String> find(String key) {
      return ConfigProvider.getConfig().getOptionalValue(key, String.class);
    }

    static Set<String> names() {
      Set<String> names = new TreeSet<>();
      ConfigProvider.getConfig().getPropertyNames().forEach(names::add);
      return names;
    }
  }
}
