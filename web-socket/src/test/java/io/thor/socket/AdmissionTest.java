package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.config.Settings;
import io.thor.identity.TokenId;
import io.thor.identity.Viewer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final Admission admission = new Admission();

  AdmissionTest() {
    admission.settings =
        new Settings() {
          private final Map<String, String> limits =
              Map.of(
                  Admission.SESSIONS_KEY, "5",
                  Admission.USER_KEY, "2",
                  Admission.ADDRESS_KEY, "3");

          @Override
          public Optional<String> find(String key) {
            return Optional.ofNullable(limits.get(key));
          }
        };
    admission.configure();
  }

  private static Visitor visitor(String user, String address) {
    return new Visitor(
        new Viewer(user, Set.of(), Set.of(), new TokenId("t1"), Instant.MAX), address);
  }

  private Optional<Integer> enter(String user, String address) {
    return admission.enter(visitor(user, address)).map(Refusal::status);
  }

  @Test
  void letsAUserInSoManyTimes() {
    assertEquals(Optional.empty(), enter("ann", "10.0.0.1"));
    assertEquals(Optional.empty(), enter("ann", "10.0.0.2"));
    assertEquals(Optional.of(429), enter("ann", "10.0.0.3"));
    assertEquals(Optional.empty(), enter("bob", "10.0.0.1"));
  }

  @Test
  void letsAnAddressInSoManyTimesWhoeverItIs() {
    for (int user = 0; user < 3; user++) {
      assertEquals(Optional.empty(), enter("user" + user, "10.0.0.1"));
    }
    assertEquals(Optional.of(429), admission.refusalOf("10.0.0.1").map(Refusal::status));
    assertEquals(Optional.empty(), admission.refusalOf("10.0.0.2"));
  }

  @Test
  void letsSoManyInFromEverywhere() {
    for (int user = 0; user < 5; user++) {
      assertEquals(Optional.empty(), enter("user" + user, "10.0.0." + user));
    }
    Refusal refusal = admission.refusalOf("10.0.0.9").orElseThrow();
    assertEquals(503, refusal.status());
    assertTrue(refusal.detail().contains("5 sessions"), refusal.detail());
    assertTrue(refusal.detail().contains(Admission.SESSIONS_KEY), refusal.detail());
  }

  @Test
  void letsAnotherInWhenOneHasLeft() {
    enter("ann", "10.0.0.1");
    enter("ann", "10.0.0.1");
    admission.leave(visitor("ann", "10.0.0.1"));

    assertEquals(Optional.empty(), enter("ann", "10.0.0.1"));
    assertEquals(Optional.of(429), enter("ann", "10.0.0.1"));
  }

  @Test
  void countsNobodyWhoWasRefused() {
    enter("ann", "10.0.0.1");
    enter("ann", "10.0.0.1");
    enter("ann", "10.0.0.1");

    assertEquals(Optional.empty(), enter("bob", "10.0.0.1"));
  }
}
