package io.thor.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** One line of the audit: who changed which day of which market to what. */
@Entity
@Table(name = "market_override_audit")
public class OverrideChange {

  @Id private long id;

  @Column(name = "at_ms")
  private long atMs;

  private String actor;
  private String address;

  @Column(name = "market_id")
  private String marketId;

  @Column(name = "session_date")
  private LocalDate date;

  private String words;

  protected OverrideChange() {}

  OverrideChange(
      long id,
      Instant at,
      String actor,
      String address,
      String marketId,
      LocalDate date,
      String words) {
    this.id = id;
    this.atMs = at.toEpochMilli();
    this.actor = actor;
    this.address = address;
    this.marketId = marketId;
    this.date = date;
    this.words = words;
  }

  public long getId() {
    return id;
  }

  public Instant getAt() {
    return Instant.ofEpochMilli(atMs);
  }

  public String getActor() {
    return actor;
  }

  public String getAddress() {
    return address;
  }

  public LocalDate getDate() {
    return date;
  }

  public String getWords() {
    return words;
  }
}
