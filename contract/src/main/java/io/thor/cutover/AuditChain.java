package io.thor.cutover;

import io.thor.json.RecordJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Chains audit entries by hash, so that whoever changes, removes or inserts one must rewrite all
 * that follow. An entry's hash is SHA-256 over its predecessor's hash, a line feed and the entry's
 * JSON, in UTF-8, written as 64 hexadecimal digits.
 */
public final class AuditChain {

  /** What stands before the first entry. */
  public static final String START = "0".repeat(64);

  /** An entry with its hash. */
  public record Link(AuditEntry entry, String hash) {}

  /**
   * Where the chain breaks.
   *
   * @param index of the first bad link, counted from 0 in what was verified; its length where the
   *     end is missing
   */
  public record Break(int index, String words) {}

  private AuditChain() {}

  /** Appends to a chain that ends with a hash, {@link #START} where it is empty. */
  public static Link append(String previousHash, AuditEntry entry) {
    return new Link(entry, hash(previousHash, entry));
  }

  /**
   * The first bad link of a whole chain, oldest first.
   *
   * @param start the revision before the first entry
   * @param revision the present one, to which the last entry belongs
   */
  public static Optional<Break> verify(List<Link> chain, long start, long revision) {
    long last = chain.isEmpty() ? start : chain.get(chain.size() - 1).entry().revision();
    return verifyPart(START, chain).or(() -> verifyEnd(chain.size(), last, revision));
  }

  /**
   * The first bad link of a part of a chain.
   *
   * @param previousHash of the link before the part, {@link #START} at the beginning
   */
  public static Optional<Break> verifyPart(String previousHash, List<Link> part) {
    String previous = previousHash;
    for (int i = 0; i < part.size(); i++) {
      Link link = part.get(i);
      if (!link.hash().equals(hash(previous, link.entry()))) {
        String words = "entry of revision %d does not follow from what stands before it";
        return Optional.of(new Break(i, words.formatted(link.entry().revision())));
      }
      previous = link.hash();
    }
    return Optional.empty();
  }

  /**
   * Whether the end is missing.
   *
   * @param length of the part that ends the chain
   * @param last the revision of the last entry
   * @param revision the present one
   */
  public static Optional<Break> verifyEnd(int length, long last, long revision) {
    String words = "the last entry is of revision %d, the present one is %d";
    return last == revision
        ? Optional.empty()
        : Optional.of(new Break(length, words.formatted(last, revision)));
  }

  private static String hash(String previousHash, AuditEntry entry) {
    String canonical = previousHash + '\n' + RecordJson.write(entry);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
