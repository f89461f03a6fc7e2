package io.thor.cutover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Calls of a feature's routes without a purpose, which one node has counted up to a moment. */
@Entity
@Table(name = "cutover_rest_call")
public class RestCallRow {

  @Id
  @SequenceGenerator(
      name = "cutover_rest_call_id",
      sequenceName = "cutover_rest_call_id",
      allocationSize = 1)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cutover_rest_call_id")
  @Column(name = "call_id")
  private long callId;

  private String feature;
  private long calls;

  @Column(name = "at_ms")
  private long atMs;

  protected RestCallRow() {}

  RestCallRow(String feature, long calls, Instant at) {
    this.feature = feature;
    this.calls = calls;
    this.atMs = at.toEpochMilli();
  }
}
