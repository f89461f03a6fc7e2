package io.thor.rest.account;

import io.thor.account.Account;
import io.thor.rest.Access;
import io.thor.rest.Caller;
import io.thor.storage.Database;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Objects;

/** The accounts that the caller may see. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

  /** The answer. */
  public record Accounts(List<Entry> accounts) {}

  /** One account. */
  public record Entry(String accountId, String accountNumber, String currency) {}

  @Inject Database database;

  @GET
  @Access
  public Accounts get(@Context SecurityContext caller) {
    List<String> ids = Caller.of(caller).accountIds().stream().sorted().toList();
    return database.inNewTransaction(
        () ->
            new Accounts(
                ids.stream()
                    .map(id -> database.entityManager().find(Account.class, id))
                    .filter(Objects::nonNull)
                    .map(AccountsResource::entry)
                    .toList()));
  }

  private static Entry entry(Account account) {
    return new Entry(account.getAccountId(), account.getAccountNumber(), account.getCurrency());
  }
}
