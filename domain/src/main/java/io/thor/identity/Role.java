package io.thor.identity;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user may do. No role includes another. */
public enum Role {
  /** Sees and trades the accounts that are theirs. */
  TRADER,
  /** Sees the evidence of the cutover and the figures of the server. */
  VIEWER,
  /** Steers the cutover. */
  OPERATOR,
  /** Adds, changes and disables users. */
  ADMIN,
  /** Reads every account to compare both paths, and changes nothing. */
  PROBE;

  /** The name on the wire and in the servlet container. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Errors: {@link InvalidUserException} for a label of no role. */
  public static Role of(String label) {
    return Stream.of(values())
        .filter(role -> role.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidUserException(
                    "role is '" + label + "'; give one of " + labels(Set.of(values()))));
  }

  /** Roles from their labels with commas; none from an empty text. */
  static Set<Role> ofLabels(String labels) {
    return Stream.of(labels.split(","))
        .filter(label -> !label.isEmpty())
        .map(Role::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Labels in alphabetical order, with commas. */
  static String labels(Set<Role> roles) {
    return roles.stream().map(Role::label).collect(Collectors.toCollection(TreeSet::new)).stream()
        .collect(Collectors.joining(","));
  }
}
