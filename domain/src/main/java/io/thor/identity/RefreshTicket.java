package io.thor.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A ticket that was given out; only its hash is kept, and only until it is used. */
@Entity
@Table(name = "refresh_ticket")
public class RefreshTicket {

  @Id
  @Column(name = "ticket_hash")
  private String ticketHash;

  @Column(name = "token_id")
  private String tokenId;

  @Column(name = "expires_ms")
  private long expiresMs;

  protected RefreshTicket() {}

  RefreshTicket(String ticketHash, TokenId tokenId, Instant expires) {
    this.ticketHash = ticketHash;
    this.tokenId = tokenId.value();
    this.expiresMs = expires.toEpochMilli();
  }

  String tokenId() {
    return tokenId;
  }

  boolean validAt(Instant now) {
    return expiresMs > now.toEpochMilli();
  }
}
