package io.thor.rest.account;

import io.thor.account.Account;
import io.thor.account.BalanceState;
import io.thor.identity.Role;
import io.thor.message.AccountBalanceUpdate;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.rest.Access;
import io.thor.rest.Caller;
import io.thor.rest.StateAnswers;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** What an account is worth. */
@Path("/account/balance")
@Produces(MediaType.APPLICATION_JSON)
public class AccountBalancesResource {

  @Inject StateAnswers answers;

  @GET
  @Access({Role.TRADER, Role.PROBE})
  public Response get(
      @QueryParam("account_id") String accountId,
      @Context Request request,
      @Context SecurityContext caller) {
    String account = Caller.account(caller, accountId);
    return answers.answer(
        request,
        new Topic(AccountBalanceUpdate.TOPIC_PREFIX, account),
        (em, position) -> read(em, position, account));
  }

  private static AccountBalanceUpdate read(
      EntityManager em, StreamPosition position, String accountId) {
    Account account = em.find(Account.class, accountId);
    BalanceState state = em.find(BalanceState.class, accountId);
    return new AccountBalanceUpdate(
        position,
        accountId,
        account.getAccountNumber(),
        account.getCurrency(),
        state.getCash(),
        state.getPortfolioValue(),
        state.getEquity(),
        state.getBuyingPower(),
        state.getDayTradingBuyingPower(),
        position.asOf());
  }
}
