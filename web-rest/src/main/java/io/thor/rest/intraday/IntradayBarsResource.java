package io.thor.rest.intraday;

import io.thor.message.IntradayBarUpdate;
import io.thor.message.Topic;
import io.thor.rest.Access;
import io.thor.rest.Parameters;
import io.thor.rest.StateAnswers;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** Final bars of a symbol, oldest first; of a corrected bar the last revision. */
@Path("/intraday/bars")
@Produces(MediaType.APPLICATION_JSON)
public class IntradayBarsResource {

  private static final int MOST_BARS = 2000;

  @Inject StateAnswers answers;
  @Inject KnownSymbols symbols;

  /**
   * The last {@code limit} bars of a span.
   *
   * @param from first minute, an instant; open when missing
   * @param to behind the last minute, an instant; open when missing
   */
  @GET
  @Access
  public Response get(
      @QueryParam("symbol") String symbol,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") @DefaultValue("500") String limit,
      @Context Request request) {
    String known = symbols.require(symbol);
    BarQuery query =
        new BarQuery(
            known,
            Parameters.instant("from", from, Instant.EPOCH),
            Parameters.instant("to", to, BarQuery.END_OF_TIME),
            Parameters.wholeNumber("limit", limit, 1, MOST_BARS));
    return answers.answer(request, new Topic(IntradayBarUpdate.LOG_PREFIX, known), query::read);
  }
}
