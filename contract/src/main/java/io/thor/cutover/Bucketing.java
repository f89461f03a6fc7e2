package io.thor.cutover;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * Sorts accounts into 10,000 buckets: always the same for an account, independent from feature to
 * feature. The bucket is {@code (h * 10000) >>> 32} of the first four bytes {@code h} of SHA-256
 * over salt, feature and account, separated by U+001F.
 *
 * <p>Threads: immutable.
 *
 * @param salt a new one deals the accounts anew
 */
public record Bucketing(String salt) {

  /** How many buckets there are, so that a bucket is a hundredth of a percent. */
  public static final int BUCKETS = 10_000;

  private static final char SEPARATOR = '\u001f';
  private static final int BUCKETS_PER_PERCENT = BUCKETS / 100;

  public Bucketing {
    Objects.requireNonNull(salt, "salt");
  }

  /** From 0 to 9,999. */
  public int bucket(String feature, String accountId) {
    String key = salt + SEPARATOR + feature + SEPARATOR + accountId;
    byte[] digest = sha256().digest(key.getBytes(StandardCharsets.UTF_8));
    long unsigned = Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt());
    return (int) ((unsigned * BUCKETS) >>> 32);
  }

  /** Whether an account is among the given percentage. */
  public boolean holds(String feature, String accountId, int percent) {
    return bucket(feature, accountId) < percent * BUCKETS_PER_PERCENT;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
