package io.thor.rest.session;

import io.thor.identity.RefreshTickets;
import io.thor.identity.RequestToken;
import io.thor.identity.Role;
import io.thor.identity.Tokens;
import io.thor.identity.Users;
import io.thor.identity.Viewer;
import io.thor.oidc.Oidc;
import io.thor.rest.Access;
import io.thor.rest.Caller;
import io.thor.rest.Callers;
import io.thor.rest.JsonBody;
import io.thor.rest.Problem;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Signs in and out, and says who is signed in. Each sign-in makes a new token. */
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
  @Inject Callers callers;
  @Inject SessionCookies cookies;
  @Inject Oidc oidc;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  /** The ways to sign in, each with its route. */
  public record Methods(String password, Optional<String> oidc) {}

  @GET
  @Path("/methods")
  @Access(open = true)
  public Methods methods() {
    return new Methods(
        "/api/session",
        oidc.isConfigured() ? Optional.of(OidcResource.LOGIN_ROUTE) : Optional.empty());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(open = true)
  public Response signIn(String body) {
    JsonBody credentials = JsonBody.of(body, "{\"username\":\"...\",\"password\":\"...\"}");
    Tokens.Issued issued =
        users
            .signIn(credentials.text("username"), credentials.text("password"), callers.address())
            .orElseThrow(() -> Problem.unauthorized("the username or the password is not right"));
    RequestToken.of(request).ifPresent(tokens::revoke);
    return welcome(issued);
  }

  /** Changes the caller's password, which ends all their sessions, and begins a new one. */
  @POST
  @Path("/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access
  public Response changePassword(@Context SecurityContext caller, String body) {
    JsonBody passwords = JsonBody.of(body, "{\"password\":\"...\",\"new_password\":\"...\"}");
    Tokens.Issued issued =
        users
            .changeOwnPassword(
                callers.actor(caller), passwords.text("password"), passwords.text("new_password"))
            .orElseThrow(() -> Problem.forbidden("password is not the current one; give that"));
    return welcome(issued);
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
    RequestToken.of(request).ifPresent(secret -> users.signOut(secret, callers.address()));
    return Response.noContent().cookie(cookies.session("", Duration.ZERO)).build();
  }

  /** The secret goes to a program, and to a page only as its cookie. */
  private Response welcome(Tokens.Issued issued) {
    boolean page = request.getHeader("Origin") != null;
    Optional<String> token = page ? Optional.empty() : Optional.of(issued.secret());
    return Response.ok(signedIn(token, issued.viewer()))
        .cookie(cookies.session(issued.secret(), issued.longest()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
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
}
