package io.thor.identity;

import java.util.Set;

/** What an issuer lets its user do here: roles of Thor, and accounts that exist. */
record Grants(Set<Role> roles, Set<String> accounts) {

  Grants {
    roles = Set.copyOf(roles);
    accounts = Set.copyOf(accounts);
  }
}
