package io.thor.cutover;

import io.thor.config.Profile;
import io.thor.config.Settings;
import io.thor.event.FiredEvents;
import io.thor.storage.Database;
import java.time.Clock;

/** The cutover of one server, over a database that others may share. */
final class Node {

  final CutoverOrders orders = new CutoverOrders();
  final Cutover cutover = new Cutover();
  final FiredEvents<CutoverStatus> told = new FiredEvents<>();
  final Environment environment;
  private final EnvironmentAtStart atStart = new EnvironmentAtStart();

  Node(
      Database database,
      Clock clock,
      EvidenceSource evidence,
      Profile profile,
      Environment environment) {
    this.environment = environment;
    Settings values = environment.settings(profile);
    CutoverSettings settings = new CutoverSettings();
    settings.settings = values;
    CutoverRows rows = rows(database);
    StoredOrders stored = new StoredOrders();
    stored.rows = rows;
    stored.settings = settings;
    stored.gates = new GateSettings();
    stored.gates.settings = values;
    stored.freezes = new Freezes();
    stored.evidence = evidence;
    stored.clock = clock;
    cutover.database = database;
    cutover.rows = rows;
    cutover.orders = stored;
    cutover.settings = settings;
    cutover.changes = told;
    cutover.clock = clock;
    atStart.database = database;
    atStart.rows = rows;
    atStart.settings = settings;
    atStart.clock = clock;
    orders.database = database;
    orders.rows = rows;
    orders.audit = rows.audit;
    orders.stored = stored;
    orders.cutover = cutover;
    orders.aftermath = new Aftermath();
    orders.aftermath.alerts = new FiredEvents<>();
    orders.aftermath.clock = clock;
  }

  /** Whether it knows what is stored. */
  boolean hasRead() {
    return cutover.current().revision() > 0;
  }

  static CutoverRows rows(Database database) {
    CutoverRows rows = new CutoverRows();
    rows.database = database;
    rows.audit = new AuditRows();
    rows.audit.database = database;
    return rows;
  }

  /** As when the server starts; returns what is in force. */
  CutoverStatus start() {
    atStart.apply();
    cutover.refresh();
    return cutover.current();
  }
}
