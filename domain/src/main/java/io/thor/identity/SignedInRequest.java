package io.thor.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request with its user. */
final class SignedInRequest extends HttpServletRequestWrapper {

  private final Viewer viewer;

  SignedInRequest(HttpServletRequest request, Viewer viewer) {
    super(request);
    this.viewer = viewer;
  }

  @Override
  public Principal getUserPrincipal() {
    return viewer;
  }

  @Override
  public String getRemoteUser() {
    return viewer.username();
  }

  @Override
  public boolean isUserInRole(String role) {
    return viewer.roles().stream().anyMatch(held -> held.label().equals(role));
  }

  @Override
  public String getAuthType() {
    return "Bearer";
  }
}
