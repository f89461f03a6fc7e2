package io.thor.rest;

import io.thor.identity.Role;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds every request against the {@link Access} of its resource method. */
@Provider
public class AccessFilter implements ContainerRequestFilter {

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Access access =
        Optional.ofNullable(resource.getResourceMethod())
            .map(method -> method.getAnnotation(Access.class))
            .orElseThrow(() -> Problem.forbidden("this route is open to nobody"));
    if (access.open()) {
      return;
    }
    SecurityContext caller = request.getSecurityContext();
    if (caller.getUserPrincipal() == null) {
      throw Problem.unauthorized("no token was given; sign in at POST /api/session");
    }
    Role[] allowed = access.value();
    if (allowed.length > 0
        && Stream.of(allowed).noneMatch(role -> caller.isUserInRole(role.label()))) {
      throw Problem.forbidden("your roles do not allow this");
    }
  }
}
