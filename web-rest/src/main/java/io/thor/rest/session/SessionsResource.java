package io.thor.rest.session;

import io.thor.identity.RefreshTickets;
import io.thor.identity.RequestToken;
import io.thor.identity.Role;
import io.thor.identity.Tokens;
import io.thor.identity.Users;
import io.thor.identity.Viewer;
import io.thor.rest.Access;
import io.thor.rest.Caller;
import io.thor.rest.Problem;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Signs in and out, and says who is signed in. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

  /**
   * Who is signed in.
   *
   * @param token only for programs; a page has its cookie
   * @param expiresIn seconds
   */
  public record SignedIn(
      Optional<String> token,
      long expiresIn,
      String username,
      List<String> roles,
      List<String> accounts) {}

  /**
   * How an open connection learns that its token lasts longer.
   *
   * @param ticket for one {@code refresh} frame
   * @param ticketExpiresIn seconds
   * @param expiresIn seconds until the token ends
   */
  public record Refreshed(String ticket, long ticketExpiresIn, long expiresIn) {}

  @Inject Users users;
  @Inject Tokens tokens;
  @Inject RefreshTickets tickets;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(open = true)
  public Response signIn(String body) {
    JsonObject credentials = object(body);
    Tokens.Issued issued =
        users
            .signIn(text(credentials, "username"), text(credentials, "password"))
            .orElseThrow(() -> Problem.unauthorized("the username or the password is not right"));
    boolean page = request.getHeader("Origin") != null;
    Optional<String> token = page ? Optional.empty() : Optional.of(issued.secret());
    return Response.ok(signedIn(token, issued.viewer()))
        .cookie(cookie(issued.secret(), issued.longest()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @Access
  public Response who(@Context SecurityContext caller) {
    return Response.ok(signedIn(Optional.empty(), Caller.of(caller)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Lets the caller's token last longer, and gives a ticket that tells their connection so. */
  @POST
  @Path("/refresh")
  @Access
  public Response refresh() {
    Viewer viewer =
        RequestToken.of(request)
            .flatMap(tokens::refresh)
            .orElseThrow(() -> Problem.unauthorized("the token has ended; sign in again"));
    long lifetime = RefreshTickets.LIFETIME.toSeconds();
    return Response.ok(new Refreshed(tickets.issue(viewer), lifetime, secondsLeft(viewer)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @DELETE
  @Access(open = true)
  public Response signOut() {
    RequestToken.of(request).ifPresent(tokens::revoke);
    return Response.noContent().cookie(cookie("", Duration.ZERO)).build();
  }

  private SignedIn signedIn(Optional<String> token, Viewer viewer) {
    return new SignedIn(
        token,
        secondsLeft(viewer),
        viewer.username(),
        viewer.roles().stream().map(Role::label).sorted().toList(),
        viewer.accountIds().stream().sorted().toList());
  }

  private long secondsLeft(Viewer viewer) {
    return Duration.between(clock.instant(), viewer.expires()).toSeconds();
  }

  private NewCookie cookie(String value, Duration lifetime) {
    return new NewCookie.Builder(RequestToken.COOKIE)
        .value(value)
        .path("/")
        .maxAge(Math.toIntExact(lifetime.toSeconds()))
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  private static JsonObject object(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw Problem.missing("a JSON object", "send {\"username\":\"...\",\"password\":\"...\"}");
    }
  }

  private static String text(JsonObject object, String field) {
    if (object.get(field) instanceof JsonString text && !text.getString().isEmpty()) {
      return text.getString();
    }
    throw Problem.missing(field, "give it as a text that is not empty");
  }
}
