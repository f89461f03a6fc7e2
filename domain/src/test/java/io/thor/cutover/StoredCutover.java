package io.thor.cutover;

import io.thor.storage.MemoryDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the database holds.
 *
 * @param news the audit behind the revision that was asked for
 */
record StoredCutover(long revision, Map<String, FeatureState> states, Audit news) {

  /** A database with ten accounts, of which 50 % are enough for a step of the canary. */
  static MemoryDatabase create() {
    MemoryDatabase database = new MemoryDatabase();
    database.execute(
        "insert into app_user (username, password_hash, roles, enabled)"
            + " values ('trader', '-', 'TRADER', true)");
    database.execute(
        "insert into account (account_id, account_number, owner, currency, cash)"
            + " select 'ACC-' || x, 'N-' || x, 'trader', 'USD', 0 from system_range(1, 10)");
    return database;
  }

  /** As before the first start. */
  static void clear(MemoryDatabase database) {
    database.execute("delete from cutover_audit");
    database.execute("delete from cutover_stage");
    database.execute("update cutover_revision set revision = 0");
  }

  static StoredCutover read(MemoryDatabase database, long after) {
    CutoverRows rows = Node.rows(database);
    return database.inNewTransaction(
        () ->
            new StoredCutover(
                rows.revision(),
                rows.all().stream()
                    .collect(Collectors.toMap(FeatureState::feature, Function.identity())),
                rows.audit.page(after, 1000)));
  }

  Optional<FeatureState> find(String feature) {
    return Optional.ofNullable(states.get(feature));
  }

  FeatureState state(String feature) {
    return find(feature).orElseThrow();
  }

  /** Where a feature is; before the first start, where one without flags puts it. */
  Step step(String feature) {
    return find(feature).map(FeatureState::step).orElse(Step.SHADOW);
  }

  List<AuditEntry> entries() {
    return news.entries().stream().map(AuditChain.Link::entry).toList();
  }
}
