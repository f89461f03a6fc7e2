package io.thor.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;

/** An operator's word on one day of a market. */
@Entity
@IdClass(StoredOverrideKey.class)
@Table(name = "market_override")
public class StoredOverride {

  @Id
  @Column(name = "market_id")
  private String marketId;

  @Id
  @Column(name = "session_date")
  private LocalDate date;

  @Column(name = "open_at")
  private String open;

  @Column(name = "break_start")
  private String breakStart;

  @Column(name = "break_end")
  private String breakEnd;

  @Column(name = "close_at")
  private String close;

  private String reason;
  private String name;

  protected StoredOverride() {}

  StoredOverride(String marketId, LocalDate date) {
    this.marketId = marketId;
    this.date = date;
  }

  String marketId() {
    return marketId;
  }

  void become(DayOverride override) {
    open = override.hours().map(DayOverride.Hours::open).orElse(null);
    breakStart = override.hours().flatMap(DayOverride.Hours::breakStart).orElse(null);
    breakEnd = override.hours().flatMap(DayOverride.Hours::breakEnd).orElse(null);
    close = override.hours().map(DayOverride.Hours::close).orElse(null);
    reason = override.reason();
    name = override.name();
  }

  DayOverride toOverride() {
    return new DayOverride(
        date,
        Optional.ofNullable(open)
            .map(
                from ->
                    new DayOverride.Hours(
                        from,
                        Optional.ofNullable(breakStart),
                        Optional.ofNullable(breakEnd),
                        close)),
        reason,
        name);
  }
}
