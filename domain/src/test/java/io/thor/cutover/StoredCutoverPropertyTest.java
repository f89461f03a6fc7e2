package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.config.Profile;
import io.thor.cutover.Histories.Event;
import io.thor.storage.MemoryDatabase;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import net.jqwik.api.statistics.StatisticsReport;

/** Orders, crashes, late nodes and starts in any order, on two nodes over one real schema. */
class StoredCutoverPropertyTest {

  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger STARTS = Logger.getLogger(EnvironmentAtStart.class.getName());

  private static MemoryDatabase database;

  @BeforeContainer
  static void create() {
    STARTS.setLevel(Level.WARNING);
    database = StoredCutover.create();
  }

  @AfterContainer
  static void close() {
    database.close();
    STARTS.setLevel(null);
  }

  @Property(tries = 150)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void nothingRaisesAStageButWhatTheAuditTellsAndRollbackAndKillHoldOnBothNodes(
      @ForAll Profile profile,
      @ForAll("environments") Environment first,
      @ForAll("histories") List<Event> history,
      @ForAll("features") String feature,
      @ForAll("steps") Step to) {
    Cluster cluster = lived(profile, first, history);
    List<AuditChain.Link> audit = cluster.audit();
    cluster.restart();
    assertEquals(audit, cluster.audit().subList(0, audit.size()), "a start rewrites nothing");
    Statistics.label("highest stage")
        .collect(cluster.ledger().highest())
        .coverage(StoredCutoverPropertyTest::everyStageIsReached);
    cluster.rollBack(0, feature, to);
    cluster.kill(1, Cluster.NEVER);
    cluster.rollBack(1, feature, to);
  }

  /** Else the property would say little. */
  private static void everyStageIsReached(StatisticsCoverage coverage) {
    for (Stage stage : List.of(Stage.SHADOW, Stage.CANARY, Stage.LIVE, Stage.COMPLETE)) {
      coverage.check(stage).percentage(share -> share > 1);
    }
  }

  @Property(tries = 40)
  void whoeverChangesTheAuditIsFound(
      @ForAll Profile profile,
      @ForAll("histories") List<Event> history,
      @ForAll("forgeries") String forgery) {
    Cluster cluster = lived(profile, Environment.EMPTY, history);
    int forged = 1 + history.size() % cluster.audit().size();
    assertEquals(1, database.execute(forgery + " where revision = " + forged));
    assertTrue(cluster.broken().isPresent());
  }

  private static Cluster lived(Profile profile, Environment first, List<Event> history) {
    Cluster cluster = new Cluster(database, profile, first);
    history.forEach(event -> event.effect().accept(cluster));
    return cluster;
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    return Histories.all();
  }

  @Provide
  Arbitrary<Environment> environments() {
    return Histories.environments();
  }

  @Provide
  Arbitrary<String> features() {
    return Histories.features();
  }

  @Provide
  Arbitrary<Step> steps() {
    return Histories.steps();
  }

  @Provide
  Arbitrary<String> forgeries() {
    return Arbitraries.of(
        "delete from cutover_audit",
        "update cutover_audit set revision = revision + 1000",
        "update cutover_audit set feature = feature || '2'",
        "update cutover_audit set verb = 'approved'",
        "update cutover_audit set actor = 'nobody'",
        "update cutover_audit set via = 'nowhere'",
        "update cutover_audit set reason = reason || '!'",
        "update cutover_audit set before_words = before_words || '!'",
        "update cutover_audit set after_words = after_words || '!'",
        "update cutover_audit set evidence = evidence || '.'",
        "update cutover_audit set at_ms = at_ms + 1",
        "update cutover_audit set hash = substring(hash, 2) || 'x'");
  }
}
