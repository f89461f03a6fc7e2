package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.identity.Role;
import io.thor.identity.TokenId;
import io.thor.identity.Viewer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InboundTypeTest {

  private static Viewer viewer(Role... roles) {
    return new Viewer("ann", Set.of(roles), Set.of(), new TokenId("t1"), Instant.MAX);
  }

  @ParameterizedTest
  @EnumSource(InboundType.class)
  void namesItsRoles(InboundType type) {
    assertFalse(type.roles().isEmpty(), "nobody may send " + type.label());
    for (Role role : Role.values()) {
      assertEquals(type.roles().contains(role), type.isOpenTo(viewer(role)));
    }
  }

  @ParameterizedTest
  @EnumSource(InboundType.class)
  void isClosedToWhoHasNoRole(InboundType type) {
    assertFalse(type.isOpenTo(viewer()));
  }

  @Test
  void isFoundByItsNameToTheLetter() {
    assertEquals(Optional.of(InboundType.HELLO), InboundType.of("hello"));
    assertTrue(InboundType.of("Hello").isEmpty());
    assertTrue(InboundType.of("kill").isEmpty());
  }
}
