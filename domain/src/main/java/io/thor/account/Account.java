package io.thor.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** An account with its cash. */
@Entity
@Table(name = "account")
public class Account {

  @Id
  @Column(name = "account_id")
  private String accountId;

  @Column(name = "account_number")
  private String accountNumber;

  private String owner;
  private String currency;
  private BigDecimal cash;

  protected Account() {}

  Account(String accountId, String accountNumber, String owner, String currency, BigDecimal cash) {
    this.accountId = accountId;
    this.accountNumber = accountNumber;
    this.owner = owner;
    this.currency = currency;
    this.cash = cash;
  }

  public String getAccountId() {
    return accountId;
  }

  public String getAccountNumber() {
    return accountNumber;
  }

  public String getCurrency() {
    return currency;
  }

  BigDecimal cash() {
    return cash;
  }

  void addCash(BigDecimal amount) {
    cash = cash.add(amount);
  }
}
