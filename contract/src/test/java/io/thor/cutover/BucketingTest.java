package io.thor.cutover;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketingTest {

  private static final Bucketing BUCKETING = new Bucketing("2026-q4");
  private static final List<String> ACCOUNTS =
      IntStream.range(0, 100_000).mapToObj(number -> "ACC-" + number).toList();

  /** The bucket of each account, by feature. */
  private static final Map<String, int[]> DEALS =
      Stream.of("account_balance", "positions", "intraday", "global_market")
          .collect(toMap(feature -> feature, BucketingTest::deal));

  private static int[] deal(String feature) {
    return ACCOUNTS.stream().mapToInt(id -> BUCKETING.bucket(feature, id)).toArray();
  }

  @Test
  void matchesThePublishedVector() {
    assertEquals(1738, BUCKETING.bucket("positions", "ACC-1001"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 25, 50})
  void holdsItsShareWithinAFifthOfAPoint(int percent) {
    long held = ACCOUNTS.stream().filter(id -> BUCKETING.holds("positions", id, percent)).count();

    assertEquals(chosen(DEALS.get("positions"), percent), held);
    assertEquals(percent * 1000.0, held, 200);
  }

  /** Three standard deviations of a fair deal are 474 accounts at 50 percent. */
  @Test
  void dealsFairlyForEveryFeature() {
    DEALS.forEach(
        (feature, deal) -> {
          assertEquals(1_000, chosen(deal, 1), 94, feature);
          assertEquals(5_000, chosen(deal, 5), 206, feature);
          assertEquals(25_000, chosen(deal, 25), 410, feature);
          assertEquals(50_000, chosen(deal, 50), 474, feature);
        });
  }

  /**
   * A fifth of a point is 1.26 standard deviations of a fair deal of 100,000 at 50 percent, so a
   * deal by any good hash is further off in one case of five: {@code account_balance} on ACC-0 to
   * ACC-99999 is by 0.227. What must hold is that no share leans to a side: over many deals of
   * random ids, with several salts, the mean keeps within the fifth, and each deal within four
   * standard deviations.
   */
  @ParameterizedTest
  @ValueSource(strings = {"account_balance", "positions", "intraday", "global_market"})
  void dealsRandomIdsFairlyWithAnySalt(String feature) {
    Random random = new Random(feature.hashCode());
    List<int[]> deals =
        Stream.of("2026-q4", "2027-q1", "", "thor", "a b\u00e9")
            .map(salt -> deal(new Bucketing(salt), feature, random))
            .toList();
    for (int percent : new int[] {1, 5, 25, 50}) {
      double most = 4 * Math.sqrt(100_000 * percent / 100.0 * (1 - percent / 100.0));
      deals.forEach(deal -> assertEquals(percent * 1000.0, chosen(deal, percent), most));
      double mean = deals.stream().mapToLong(deal -> chosen(deal, percent)).average().orElseThrow();
      assertEquals(percent * 1000.0, mean, 200, () -> "mean at " + percent + " %");
    }
  }

  /** The buckets of 100,000 accounts that are there for this deal alone. */
  private static int[] deal(Bucketing bucketing, String feature, Random random) {
    return IntStream.range(0, 100_000)
        .map(number -> bucketing.bucket(feature, Long.toString(random.nextLong(), 36)))
        .toArray();
  }

  private static long chosen(int[] buckets, int percent) {
    return IntStream.of(buckets).filter(bucket -> bucket < percent * 100).count();
  }

  @Test
  void isIndependentFromFeatureToFeature() {
    for (int[] one : DEALS.values()) {
      DEALS.values().stream()
          .filter(other -> other != one)
          .forEach(other -> assertIndependent(one, other));
    }
  }

  /** Four standard deviations of 25 % of 25 % are 306. */
  private static void assertIndependent(int[] one, int[] other) {
    long both =
        IntStream.range(0, one.length)
            .filter(account -> one[account] < 2_500 && other[account] < 2_500)
            .count();

    assertEquals(6_250, both, 306, "25 % of 25 %");
  }

  @Test
  void anotherSaltDealsAnew() {
    Bucketing next = new Bucketing("2027-q1");
    long both =
        ACCOUNTS.stream()
            .filter(id -> BUCKETING.holds("positions", id, 50) && next.holds("positions", id, 50))
            .count();

    assertTrue(Math.abs(both - 25_000) <= 600, () -> "half of a half is " + both);
  }

  @Property
  void whoIsInStaysIn(
      @ForAll String accountId,
      @ForAll @IntRange(min = 1, max = 100) int percent,
      @ForAll @IntRange(min = 1, max = 100) int more) {
    int higher = Math.min(100, percent + more);

    assertTrue(
        !BUCKETING.holds("positions", accountId, percent)
            || BUCKETING.holds("positions", accountId, higher));
    assertTrue(BUCKETING.holds("positions", accountId, 100));
  }

  @Test
  void decidesWhatASessionDraws() {
    FeatureStage quarter = canary(new Canary.Percent(25));
    assertEquals(RenderPath.WEBSOCKET, draws(quarter, "ACC-1001"));
    assertEquals(RenderPath.REST, draws(canary(new Canary.Percent(5)), "ACC-1001"));
    assertEquals(RenderPath.REST, quarter.rendersFor(Optional.empty(), BUCKETING));

    FeatureStage named = canary(new Canary.Accounts(Set.of("ACC-7")));
    assertEquals(RenderPath.WEBSOCKET, draws(named, "ACC-7"));
    assertEquals(RenderPath.REST, draws(named, "ACC-1001"));
    assertEquals(RenderPath.REST, draws(canary(Canary.NOBODY), "ACC-1001"));
  }

  @Test
  void outsideTheCanaryEverybodyDrawsTheSame() {
    FeatureStage shadow = new FeatureStage("positions", Stage.SHADOW, "test");
    FeatureStage live = new FeatureStage("positions", Stage.LIVE, "test");

    assertEquals(RenderPath.REST, draws(shadow, "ACC-1001"));
    assertEquals(RenderPath.WEBSOCKET, live.rendersFor(Optional.empty(), BUCKETING));
  }

  private static FeatureStage canary(Canary canary) {
    return new FeatureStage("positions", Stage.CANARY, canary, Overlay.NONE, "test");
  }

  private static RenderPath draws(FeatureStage stage, String accountId) {
    return stage.rendersFor(Optional.of(accountId), BUCKETING);
  }
}
