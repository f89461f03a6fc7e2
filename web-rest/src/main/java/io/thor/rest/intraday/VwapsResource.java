package io.thor.rest.intraday;

import io.thor.intraday.StoredVwap;
import io.thor.message.Decimals;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.message.VwapUpdate;
import io.thor.rest.Access;
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
import java.math.RoundingMode;

/** The VWAP of a symbol's latest session. */
@Path("/intraday/vwap")
@Produces(MediaType.APPLICATION_JSON)
public class VwapsResource {

  @Inject StateAnswers answers;
  @Inject KnownSymbols symbols;

  @GET
  @Access
  public Response get(@QueryParam("symbol") String symbol, @Context Request request) {
    String known = symbols.require(symbol);
    return answers.answer(
        request,
        new Topic(VwapUpdate.TOPIC_PREFIX, known),
        (em, position) -> read(em, position, known));
  }

  private static VwapUpdate read(EntityManager em, StreamPosition position, String symbol) {
    StoredVwap stored =
        em.createQuery(
                "select v from StoredVwap v where v.symbol = :symbol and v.sessionDate ="
                    + " (select max(w.sessionDate) from StoredVwap w where w.symbol = :symbol)",
                StoredVwap.class)
            .setParameter("symbol", symbol)
            .getSingleResult();
    return new VwapUpdate(
        position,
        symbol,
        stored.getNotional().divide(stored.getVolume(), Decimals.VWAP_SCALE, RoundingMode.HALF_UP),
        stored.getVolume(),
        stored.getSessionDate(),
        stored.getLastTrade());
  }
}
