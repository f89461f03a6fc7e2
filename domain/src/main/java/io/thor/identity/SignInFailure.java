package io.thor.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** How often sign-in failed of late, for one name or one address. */
@Entity
@Table(name = "sign_in_failure")
public class SignInFailure {

  /** After so long without a failure, all are forgotten. */
  static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 20;

  @Id private String subject;

  private int failures;

  @Column(name = "blocked_until_ms")
  private long blockedUntilMs;

  @Column(name = "last_failure_ms")
  private long lastFailureMs;

  protected SignInFailure() {}

  SignInFailure(String subject) {
    this.subject = subject;
  }

  /**
   * Counts a failure. The first few are free; each one beyond doubles the wait, from one second to
   * 15 minutes.
   *
   * @return whether it is the one that begins a lock-out
   */
  boolean count(Instant now, int free) {
    if (Instant.ofEpochMilli(lastFailureMs).plus(FORGOTTEN_AFTER).isBefore(now)) {
      failures = 0;
    }
    failures++;
    lastFailureMs = now.toEpochMilli();
    if (failures >= free) {
      blockedUntilMs = now.plus(waitAfter(failures - free)).toEpochMilli();
    }
    return failures == free;
  }

  /** How long nobody may try; zero when anybody may. */
  Duration waitAt(Instant now) {
    Duration left = Duration.between(now, Instant.ofEpochMilli(blockedUntilMs));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration waitAfter(int beyond) {
    Duration wait = Duration.ofSeconds(1L << Math.min(beyond, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
