package io.thor.account;

import io.thor.channel.TopicLedger;
import io.thor.message.TopicMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Books executions, with the balance and the positions that they lead to.
 *
 * <p>Threads: any, inside a transaction that has called {@link #lock} first.
 */
@ApplicationScoped
public class AccountBooking {

  @Inject Books books;
  @Inject TopicLedger ledger;
  @Inject AccountBalances balances;
  @Inject AccountPositions positions;

  /**
   * What a booking has stored.
   *
   * @param committed the new balance and positions, to be published after the commit
   */
  public record Booked(long fillId, List<TopicMessage> committed) {}

  /**
   * Waits until nobody else books to the account, and holds it until the transaction ends. Topics
   * are locked in the order of their names.
   */
  public void lock(String accountId) {
    ledger.lock(AccountBalances.topic(accountId));
    ledger.lock(AccountPositions.topic(accountId));
  }

  /** Cash and open holdings, marked to the last trades. */
  public Portfolio portfolio(String accountId) {
    return books.portfolio(account(accountId));
  }

  /** The last price of a symbol, if it has traded. */
  public Optional<BigDecimal> lastPrice(String symbol) {
    return books.lastPrice(symbol);
  }

  public ContractTerms terms(String symbol) {
    return books.instrument(symbol).terms();
  }

  /** The rule in force: key {@code thor.accounts.buying-power-policy}. */
  public BuyingPowerPolicy policy() {
    return books.policy();
  }

  /** Books the execution that fills an order. */
  public Booked book(
      String accountId, String symbol, Execution execution, long orderId, Instant at) {
    Fill fill = books.book(account(accountId), symbol, execution, at);
    fill.of(orderId);
    List<TopicMessage> committed =
        Stream.concat(balances.revalue(accountId).stream(), positions.remark(accountId).stream())
            .toList();
    return new Booked(fill.getFillId(), committed);
  }

  private Account account(String accountId) {
    return books.account(accountId).orElseThrow();
  }
}
