package io.thor.rest.cutover;

import io.thor.cutover.ClientKind;
import io.thor.cutover.Cutover;
import io.thor.cutover.CutoverStatus;
import io.thor.cutover.SteeredSession;
import io.thor.cutover.SteeredSessions;
import io.thor.cutover.SteeredViews;
import io.thor.identity.Role;
import io.thor.rest.Access;
import io.thor.rest.Parameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sessions of this node, and which revision each has acknowledged. */
@Path("/cutover/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class CutoverSessionsResource {

  private static final int MOST = 1000;

  @Inject Cutover cutover;
  @Inject SteeredSessions sessions;
  @Inject SteeredViews views;

  /**
   * One page.
   *
   * @param after the connection behind which the page begins
   */
  @GET
  @Access({Role.VIEWER, Role.OPERATOR})
  public Response get(
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("limit") @DefaultValue("200") String limit) {
    int most = Parameters.wholeNumber("limit", limit, 1, MOST);
    List<SteeredSession> rest =
        sessions.now().stream()
            .filter(session -> session.client() != ClientKind.DRILL)
            .filter(session -> session.connection().compareTo(after) > 0)
            .sorted(Comparator.comparing(SteeredSession::connection))
            .limit(most + 1L)
            .toList();
    CutoverStatus status = cutover.current();
    List<SteeredSession> page = rest.subList(0, Math.min(most, rest.size()));
    SessionsAnswer answer =
        new SessionsAnswer(
            status.revision(),
            sessions.totals(status.revision()),
            page.stream().map(session -> row(status, session)).toList(),
            rest.size() > most
                ? Optional.of(page.get(page.size() - 1).connection())
                : Optional.empty());
    return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private SessionsAnswer.Row row(CutoverStatus status, SteeredSession session) {
    return new SessionsAnswer.Row(
        session.connection(),
        session.username(),
        session.client(),
        views.buckets(status, session),
        views.renders(status, session),
        session.applied());
  }
}
