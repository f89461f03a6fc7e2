package io.thor.rest.order;

import io.thor.account.Instruments;
import io.thor.identity.Role;
import io.thor.order.OrderBook;
import io.thor.order.OrderDesk;
import io.thor.order.OrderStatus;
import io.thor.order.OrderTicket;
import io.thor.order.OrderType;
import io.thor.order.PaperOrder;
import io.thor.order.Side;
import io.thor.rest.Access;
import io.thor.rest.Caller;
import io.thor.rest.JsonBody;
import io.thor.rest.Parameters;
import io.thor.rest.Problem;
import io.thor.storage.Database;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;

/** Places, lists and cancels the orders of the caller's own accounts. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {

  private static final int MOST = 500;
  private static final String EXAMPLE =
      "{\"account_id\":\"...\",\"client_order_id\":\"...\",\"symbol\":\"...\",\"side\":\"BUY\","
          + "\"type\":\"LIMIT\",\"quantity\":1,\"limit_price\":100}";

  /**
   * The answer.
   *
   * @param nextBefore what to give as {@code before} for the next page, if there may be one
   */
  public record Orders(List<OrderAnswer> orders, Optional<Long> nextBefore) {}

  @Inject OrderDesk desk;
  @Inject OrderBook orders;
  @Inject Instruments instruments;
  @Inject Database database;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Role.TRADER)
  public Response place(@Context SecurityContext caller, String body) {
    JsonBody json = JsonBody.of(body, EXAMPLE);
    String account = Caller.account(caller, json.optionalText("account_id").orElse(null));
    OrderTicket ticket = ticket(json);
    OrderDesk.Placement placement = desk.place(account, ticket);
    if (!placement.order().ticket().equals(ticket)) {
      throw Problem.conflict(
          "client_order_id is '%s', which another order has; give one that is new"
              .formatted(ticket.clientOrderId()));
    }
    return fresh(
        placement.isNew() ? Response.Status.CREATED : Response.Status.OK,
        OrderAnswer.of(placement.order()));
  }

  @GET
  @Access(Role.TRADER)
  public Response list(
      @Context SecurityContext caller,
      @QueryParam("account_id") String accountId,
      @QueryParam("status") String status,
      @QueryParam("before") String before,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    String account = Caller.account(caller, accountId);
    int most = Parameters.wholeNumber("limit", limit, 1, MOST);
    long from = before == null ? OrderBook.NEWEST : Parameters.longNumber("before", before);
    Optional<OrderStatus> wanted =
        Optional.ofNullable(status)
            .map(given -> Parameters.constant("status", given, OrderStatus.class));
    List<OrderAnswer> page =
        database.inNewTransaction(() -> orders.page(account, wanted, from, most)).stream()
            .map(OrderAnswer::of)
            .toList();
    Optional<Long> next =
        page.size() < most ? Optional.empty() : Optional.of(page.get(most - 1).orderId());
    return fresh(Response.Status.OK, new Orders(page, next));
  }

  @GET
  @Path("/{id}")
  @Access(Role.TRADER)
  public Response get(@Context SecurityContext caller, @PathParam("id") String id) {
    return fresh(Response.Status.OK, OrderAnswer.of(own(caller, id)));
  }

  /** What is cancelled already stays so; what was filled or rejected before is a conflict. */
  @DELETE
  @Path("/{id}")
  @Access(Role.TRADER)
  public Response cancel(@Context SecurityContext caller, @PathParam("id") String id) {
    PaperOrder own = own(caller, id);
    PaperOrder ended = desk.cancel(own.accountId(), own.orderId());
    if (ended.status() != OrderStatus.CANCELLED) {
      throw Problem.conflict(
          "order %d is %s, which cannot be cancelled; place another order"
              .formatted(ended.orderId(), ended.status()));
    }
    return fresh(Response.Status.OK, OrderAnswer.of(ended));
  }

  private OrderTicket ticket(JsonBody json) {
    String symbol = json.text("symbol");
    if (!database.inNewTransaction(() -> instruments.isListed(symbol))) {
      throw Problem.badRequest("symbol", symbol, "one of those that GET /api/symbols lists");
    }
    return new OrderTicket(
        json.text("client_order_id"),
        symbol,
        json.constant("side", Side.class),
        json.constant("type", OrderType.class),
        json.number("quantity"),
        json.optionalNumber("limit_price"));
  }

  private PaperOrder own(SecurityContext caller, String id) {
    return number(id)
        .flatMap(number -> database.inNewTransaction(() -> orders.find(number)))
        .filter(order -> Caller.of(caller).accountIds().contains(order.accountId()))
        .orElseThrow(() -> Problem.notFound("order", id));
  }

  private static Optional<Long> number(String value) {
    return value.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(value)) : Optional.empty();
  }

  private static Response fresh(Response.Status status, Record answer) {
    return Response.status(status)
        .entity(answer)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
