package io.thor.cutover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** The row of one drill. */
@Entity
@Table(name = "cutover_drill")
public class DrillRow {

  @Id
  @SequenceGenerator(
      name = "cutover_drill_id",
      sequenceName = "cutover_drill_id",
      allocationSize = 1)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cutover_drill_id")
  @Column(name = "drill_id")
  private long drillId;

  private String feature;
  private boolean passed;
  private String words;

  @Column(name = "to_websocket_us")
  private Long toWebsocketUs;

  @Column(name = "back_us")
  private Long backUs;

  private String actor;
  private String via;

  @Column(name = "at_ms")
  private long atMs;

  protected DrillRow() {}

  DrillRow(DrillReport report) {
    feature = report.feature();
    passed = report.passed();
    words = report.words();
    toWebsocketUs = report.toWebsocketUs().orElse(null);
    backUs = report.backUs().orElse(null);
    actor = report.actor().name();
    via = report.actor().via();
    atMs = report.at().toEpochMilli();
  }
}
