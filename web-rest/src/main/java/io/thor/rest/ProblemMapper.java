package io.thor.rest;

import io.thor.identity.InvalidUserException;
import io.thor.identity.TooManyFailuresException;
import io.thor.json.RecordJson;
import io.thor.order.InvalidOrderException;
import io.thor.parity.InvalidReportException;
import io.thor.parity.TooManyReportsException;
import io.thor.storage.DatabaseDownException;
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

  /** When a client is to ask again for what needs the database. */
  public static final int RETRY_SECONDS = 10;

  /** The members of RFC 9457. */
  public record Body(String type, String title, int status, String detail) {}

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof Problem problem) {
      return answer(problem.type(), problem.status(), problem.getMessage());
    }
    if (failure instanceof WebApplicationException known) {
      Response.StatusType status = known.getResponse().getStatusInfo();
      return answer(status, remedy(status));
    }
    if (failure instanceof TooManyFailuresException tooMany) {
      Response refusal = answer(Response.Status.TOO_MANY_REQUESTS, tooMany.getMessage());
      refusal.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, tooMany.waitSeconds());
      return refusal;
    }
    if (failure instanceof TooManyReportsException tooMany) {
      return answer(Response.Status.TOO_MANY_REQUESTS, tooMany.getMessage());
    }
    if (failure instanceof InvalidUserException
        || failure instanceof InvalidReportException
        || failure instanceof InvalidOrderException) {
      return answer(Response.Status.BAD_REQUEST, failure.getMessage());
    }
    if (failure instanceof DatabaseDownException) {
      LOG.log(Level.DEBUG, "a request needs the database", failure);
      Response refusal =
          answer(
              Response.Status.SERVICE_UNAVAILABLE,
              "the database is down, and this needs it; try again in seconds");
      refusal.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      return refusal;
    }
    LOG.log(Level.WARNING, "a request failed", failure);
    return answer(Response.Status.INTERNAL_SERVER_ERROR, "the server failed; its log says why");
  }

  private static String remedy(Response.StatusType status) {
    return switch (status.getStatusCode()) {
      case 404 -> "there is no such route; docs/protocol.md lists them";
      case 405 -> "the route does not have this method; docs/protocol.md lists the routes";
      case 406 -> "the route cannot answer in this form; ask for application/json";
      case 415 -> "the route cannot read this form; send application/json";
      default -> status.getReasonPhrase() + "; docs/protocol.md says what the route takes";
    };
  }

  private static Response answer(Response.StatusType status, String detail) {
    return answer(Problem.UNTYPED, status, detail);
  }

  private static Response answer(String type, Response.StatusType status, String detail) {
    Body body = new Body(type, status.getReasonPhrase(), status.getStatusCode(), detail);
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
