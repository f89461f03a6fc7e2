package io.thor.micro;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Offers the application passwords for the users of a first start, and knows afterwards which were
 * taken. Both go through system properties of this process, so that no password is written down.
 */
final class FirstPasswords {

  private static final String OFFERED_PREFIX = "thor.offered-password.";
  private static final String TAKEN = "thor.offered-passwords-taken";
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  private static final int LENGTH = 20;
  private static final List<String> USERNAMES = List.of("operator", "trader", "trader2", "admin");

  private final Map<String, String> offered;

  private FirstPasswords(Map<String, String> offered) {
    this.offered = offered;
  }

  /** Makes a password for each user whose password the environment does not give. */
  static FirstPasswords offer() {
    SecureRandom random = new SecureRandom();
    Map<String, String> offered = new LinkedHashMap<>();
    for (String username : USERNAMES) {
      String variable = "THOR_" + username.toUpperCase(Locale.ROOT) + "_PASSWORD";
      if (System.getenv(variable) == null) {
        offered.put(username, generate(random));
      }
    }
    offered.forEach(
        (username, password) -> System.setProperty(OFFERED_PREFIX + username, password));
    return new FirstPasswords(offered);
  }

  /** The passwords that are now somebody's; asked once, after the start. */
  Map<String, String> taken() {
    offered.keySet().forEach(username -> System.clearProperty(OFFERED_PREFIX + username));
    Map<String, String> taken = new LinkedHashMap<>();
    Stream.of(System.getProperty(TAKEN, "").split(","))
        .filter(offered::containsKey)
        .forEach(username -> taken.put(username, offered.get(username)));
    return taken;
  }

  private static String generate(SecureRandom random) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
