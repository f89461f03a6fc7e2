package io.thor.cutover;

import io.thor.event.FiredEvents;
import io.thor.storage.Database;
import java.time.Clock;

/** The beans that obey orders, put together as the container does. */
final class WiredCutover {

  final Cutover cutover = new Cutover();
  final CutoverOrders orders = new CutoverOrders();

  /** Without gates and evidence, which only an advance asks. */
  final StoredOrders stored = new StoredOrders();

  final FiredEvents<CutoverStatus> told = new FiredEvents<>();
  final FiredEvents<OperatorAlert> alerts = new FiredEvents<>();

  WiredCutover(
      Database database, CutoverRows rows, CutoverSettings settings, Freezes freezes, Clock clock) {
    stored.rows = rows;
    stored.settings = settings;
    stored.freezes = freezes;
    stored.clock = clock;
    cutover.database = database;
    cutover.rows = rows;
    cutover.orders = stored;
    cutover.settings = settings;
    cutover.changes = told;
    cutover.clock = clock;
    orders.database = database;
    orders.rows = rows;
    orders.audit = rows.audit;
    orders.stored = stored;
    orders.cutover = cutover;
    orders.aftermath = new Aftermath();
    orders.aftermath.alerts = alerts;
    orders.aftermath.clock = clock;
  }
}
