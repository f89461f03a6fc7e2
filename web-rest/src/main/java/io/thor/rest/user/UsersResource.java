package io.thor.rest.user;

import io.thor.identity.Actor;
import io.thor.identity.Role;
import io.thor.identity.UserDirectory;
import io.thor.rest.Access;
import io.thor.rest.Callers;
import io.thor.rest.JsonBody;
import io.thor.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Set;

/** Lists, adds and changes users. A change ends the sessions of whom it concerns. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

  /** The answer. */
  public record Users(List<UserDirectory.Entry> users) {}

  @Inject UserDirectory directory;
  @Inject Callers callers;

  @GET
  @Access(Role.ADMIN)
  public Response list() {
    return Response.ok(new Users(directory.list()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Role.ADMIN)
  public Response add(@Context SecurityContext caller, String body) {
    JsonBody user =
        JsonBody.of(body, "{\"username\":\"...\",\"password\":\"...\",\"roles\":[\"trader\"]}");
    String username = user.text("username");
    Set<Role> roles = user.optionalRoles("roles").orElse(Set.of());
    Actor admin = callers.actor(caller);
    if (!directory.add(admin, username, user.text("password"), roles)) {
      throw Problem.conflict("username is '" + username + "', which is taken; give another");
    }
    return Response.status(Response.Status.CREATED).entity(entry(username)).build();
  }

  @PATCH
  @Path("/{username}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Role.ADMIN)
  public UserDirectory.Entry change(
      @PathParam("username") String username, @Context SecurityContext caller, String body) {
    JsonBody user =
        JsonBody.of(body, "some of \"password\", \"roles\" and \"enabled\" in an object");
    UserDirectory.Change change =
        new UserDirectory.Change(
            user.optionalText("password"),
            user.optionalRoles("roles"),
            user.optionalFlag("enabled"));
    return switch (directory.change(callers.actor(caller), username, change)) {
      case DONE -> entry(username);
      case UNKNOWN_USER -> throw Problem.notFound("user", username);
      case LAST_ADMIN ->
          throw Problem.conflict(
              "'"
                  + username
                  + "' is the last administrator; give another user the role admin first");
      case OUTSIDE_USER ->
          throw Problem.conflict(
              "'" + username + "' is a user of an issuer; change password and roles there");
    };
  }

  private UserDirectory.Entry entry(String username) {
    return directory.find(username).orElseThrow(() -> Problem.notFound("user", username));
  }
}
