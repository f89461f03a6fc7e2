package io.thor.socket;

import io.thor.identity.Role;
import io.thor.identity.Viewer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a client may send, and which roles may send it; what is not listed does nothing. */
enum InboundType {
  PING(Role.values()),
  HELLO(Role.values()),
  SUBSCRIBE(Role.values()),
  UNSUBSCRIBE(Role.values()),
  RESYNC(Role.values()),
  REFRESH(Role.values()),
  APPLIED(Role.values()),
  PARITY_REPORT(Role.TRADER, Role.VIEWER, Role.OPERATOR, Role.ADMIN);

  private final Set<Role> roles;

  InboundType(Role... roles) {
    this.roles = Set.of(roles);
  }

  /** The type of that name on the wire. */
  static Optional<InboundType> of(String name) {
    return Stream.of(values()).filter(type -> type.label().equals(name)).findFirst();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Set<Role> roles() {
    return roles;
  }

  boolean isOpenTo(Viewer viewer) {
    return viewer.roles().stream().anyMatch(roles::contains);
  }
}
