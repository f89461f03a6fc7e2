package io.thor.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** What can be traded and held. */
@Entity
@Table(name = "instrument")
public class Instrument {

  @Id private String symbol;
  private String description;

  @Column(name = "asset_type")
  private String assetType;

  private BigDecimal multiplier;

  @Column(name = "market_id")
  private String marketId;

  private String country;

  protected Instrument() {}

  Instrument(String symbol) {
    this.symbol = symbol;
  }

  void become(Listing listing, String listedCountry) {
    description = listing.description();
    assetType = listing.assetType();
    multiplier = listing.multiplier();
    marketId = listing.marketId();
    country = listedCountry;
  }

  public String getSymbol() {
    return symbol;
  }

  public String getDescription() {
    return description;
  }

  public String getAssetType() {
    return assetType;
  }

  public BigDecimal getMultiplier() {
    return multiplier;
  }

  /** What one unit stands for. */
  public ContractTerms terms() {
    return ContractTerms.of(assetType, multiplier);
  }

  public String getMarketId() {
    return marketId;
  }

  public String getCountry() {
    return country;
  }
}
