package io.thor.socket;

import io.thor.identity.Viewer;
import java.security.Principal;

/**
 * Whose handshake it is, and where it comes from: what a session knows of the request that opened
 * it.
 */
record Visitor(Viewer viewer, String address) implements Principal {

  @Override
  public String getName() {
    return viewer.username();
  }
}
