package io.thor.rest.account;

import io.thor.account.Instrument;
import io.thor.account.PositionState;
import io.thor.identity.Role;
import io.thor.message.PositionsUpdate;
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
import java.util.List;

/** What an account holds. */
@Path("/positions")
@Produces(MediaType.APPLICATION_JSON)
public class PositionsResource {

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
        new Topic(PositionsUpdate.TOPIC_PREFIX, account),
        (em, position) -> read(em, position, account));
  }

  private static PositionsUpdate read(EntityManager em, StreamPosition position, String accountId) {
    List<PositionsUpdate.Row> rows =
        em.createQuery(
                "select p, i from PositionState p, Instrument i"
                    + " where p.accountId = :account and i.symbol = p.symbol",
                Object[].class)
            .setParameter("account", accountId)
            .getResultStream()
            .map(pair -> row((PositionState) pair[0], (Instrument) pair[1]))
            .toList();
    return new PositionsUpdate(position, accountId, rows, position.asOf());
  }

  private static PositionsUpdate.Row row(PositionState state, Instrument instrument) {
    return new PositionsUpdate.Row(
        state.getSymbol(),
        instrument.getDescription(),
        instrument.getAssetType(),
        state.getQuantity(),
        instrument.getMultiplier(),
        state.getEntryPrice(),
        state.getCurrentPrice(),
        state.getMarketValue(),
        state.getPnl(),
        state.getPnlPercent(),
        state.getRealizedPnl());
  }
}
