package io.thor.cutover;

import io.thor.config.Profile;
import io.thor.config.Settings;
import io.thor.event.FiredEvents;
import io.thor.storage.Database;
import java.time.Clock;

/** The cutover of one server, over a database that others may share. */
final class Node {

  final CutoverOrders orders;
  final Cutover cutover;
  final FiredEvents<CutoverStatus> told;
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
    WiredCutover wired = new WiredCutover(database, rows, settings, new Freezes(), clock);
    wired.stored.gates = new GateSettings();
    wired.stored.gates.settings = values;
    wired.stored.evidence = evidence;
    orders = wired.orders;
    cutover = wired.cutover;
    told = wired.told;
    atStart.database = database;
    atStart.rows = rows;
    atStart.settings = settings;
    atStart.clock = clock;
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
