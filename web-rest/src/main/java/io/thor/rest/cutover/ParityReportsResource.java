package io.thor.rest.cutover;

import io.thor.identity.Role;
import io.thor.parity.BrowserReports;
import io.thor.rest.Access;
import io.thor.rest.Caller;
import io.thor.rest.JsonBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** What a page without a socket has found by comparing both paths. */
@Path("/cutover/parity")
public class ParityReportsResource {

  @Inject BrowserReports reports;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Access({Role.TRADER, Role.VIEWER, Role.OPERATOR, Role.ADMIN})
  public Response post(@Context SecurityContext caller, String body) {
    JsonBody report = JsonBody.of(body, "{\"feature\":\"positions\",\"counts\":{\"MATCH\":12}}");
    reports.take(Caller.of(caller), report.object());
    return Response.noContent().build();
  }
}
