package io.thor.cutover;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One change, as the audit keeps it for ever.
 *
 * @param revision the global revision that it made
 * @param before the feature's step and overlay in words
 * @param after the same, after the change
 * @param evidence what the gates said, or empty
 * @param at cut to milliseconds
 */
public record AuditEntry(
    long revision,
    String feature,
    String verb,
    Actor actor,
    String reason,
    String before,
    String after,
    String evidence,
    Instant at) {

  public AuditEntry {
    Objects.requireNonNull(feature, "feature");
    Objects.requireNonNull(verb, "verb");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(evidence, "evidence");
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The same, with more said of its reason. */
  AuditEntry adding(String words) {
    String said = reason + "; " + words;
    return new AuditEntry(revision, feature, verb, actor, said, before, after, evidence, at);
  }
}
