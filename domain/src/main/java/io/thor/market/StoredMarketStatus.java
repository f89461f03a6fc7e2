package io.thor.market;

import io.thor.message.MarketStatusUpdate.Status;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The last committed state of {@code market_status:*}. */
@Entity
@Table(name = "market_status")
public class StoredMarketStatus {

  @Id
  @Column(name = "market_id")
  private String marketId;

  @Enumerated(EnumType.STRING)
  private Status status;

  private String reason;

  @Enumerated(EnumType.STRING)
  @Column(name = "next_event")
  private Status nextEvent;

  @Column(name = "next_event_ms")
  private Long nextEventMs;

  protected StoredMarketStatus() {}

  StoredMarketStatus(String marketId) {
    this.marketId = marketId;
  }

  MarketState toState() {
    return new MarketState(status, reason, getNextEvent(), getNextEventAt());
  }

  void become(MarketState state) {
    status = state.status();
    reason = state.reason();
    nextEvent = state.nextStatus().orElse(null);
    nextEventMs = state.nextStatusAt().map(Instant::toEpochMilli).orElse(null);
  }

  public Status getStatus() {
    return status;
  }

  public String getReason() {
    return reason;
  }

  public Optional<Status> getNextEvent() {
    return Optional.ofNullable(nextEvent);
  }

  public Optional<Instant> getNextEventAt() {
    return Optional.ofNullable(nextEventMs).map(Instant::ofEpochMilli);
  }
}
