package io.thor.cutover;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;

/** The columns of an advance that waits for its second person; all null where none does. */
@Embeddable
public class StoredPending {

  @Enumerated(EnumType.STRING)
  @Column(name = "pending_stage")
  private Stage stage;

  @Column(name = "pending_canary")
  private String canary;

  @Column(name = "pending_actor")
  private String actor;

  @Column(name = "pending_via")
  private String via;

  @Column(name = "pending_reason")
  private String reason;

  @Column(name = "pending_ms")
  private Long sinceMs;

  protected StoredPending() {}

  StoredPending(Optional<PendingAdvance> pending) {
    pending.ifPresent(
        advance -> {
          stage = advance.to().stage();
          canary = StoredCanary.write(advance.to().canary());
          actor = advance.by().name();
          via = advance.by().via();
          reason = advance.reason();
          sinceMs = advance.since().toEpochMilli();
        });
  }

  Optional<PendingAdvance> read() {
    return Optional.ofNullable(stage)
        .map(
            to ->
                new PendingAdvance(
                    new Step(to, StoredCanary.read(canary)),
                    new Actor(actor, via),
                    reason,
                    Instant.ofEpochMilli(sinceMs)));
  }
}
