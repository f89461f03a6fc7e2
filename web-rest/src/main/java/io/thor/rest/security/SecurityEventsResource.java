package io.thor.rest.security;

import io.thor.identity.Role;
import io.thor.identity.SecurityEvent;
import io.thor.identity.SecurityEvents;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pages through the security events, oldest first. */
@Path("/security/events")
@Produces(MediaType.APPLICATION_JSON)
public class SecurityEventsResource {

  private static final int MOST = 1000;

  /** The answer. */
  public record Events(List<SecurityEvents.Entry> events) {}

  @Inject SecurityEvents events;

  /** The newest events, or those after an id. */
  @GET
  @Access(Role.ADMIN)
  public Response read(
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @QueryParam("user") String user,
      @QueryParam("kind") String kind) {
    SecurityEvents.Query query =
        new SecurityEvents.Query(
            given(after).map(id -> Parameters.longNumber("after", id)),
            Parameters.wholeNumber("limit", limit, 1, MOST),
            given(user),
            given(kind).map(SecurityEventsResource::kind));
    return Response.ok(new Events(events.read(query)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  /** In capitals or not. */
  private static SecurityEvent.Kind kind(String name) {
    return Parameters.constant("kind", name.toUpperCase(Locale.ROOT), SecurityEvent.Kind.class);
  }
}
