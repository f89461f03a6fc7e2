package io.thor.rest;

import io.thor.json.RecordJson;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;

/** Writes every failure as {@code application/problem+json}; what was not foreseen is logged. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());
  private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

  /** The members of RFC 9457. */
  public record Body(String type, String title, int status, String detail) {}

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof Problem problem) {
      return answer(problem.status(), problem.getMessage());
    }
    if (failure instanceof WebApplicationException known) {
      Response.StatusType status = known.getResponse().getStatusInfo();
      return answer(status, status.getReasonPhrase());
    }
    LOG.log(Level.WARNING, "a request failed", failure);
    return answer(Response.Status.INTERNAL_SERVER_ERROR, "the server failed; its log says why");
  }

  private static Response answer(Response.StatusType status, String detail) {
    Body body = new Body("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail);
    Response.ResponseBuilder response =
        Response.status(status.getStatusCode())
            .type(PROBLEM_JSON)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(RecordJson.write(body));
    if (status.getStatusCode() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }
}
