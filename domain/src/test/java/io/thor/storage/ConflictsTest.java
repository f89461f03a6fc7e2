package io.thor.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictsTest {

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01"})
  void isFoundBeneathWhatContainerAndProviderWrapAroundIt(String state) {
    SQLException deadlock = new SQLException("deadlock", state);

    assertTrue(Conflicts.isConflict(new IllegalStateException(new RuntimeException(deadlock))));
  }

  @Test
  void isNoOtherFailure() {
    assertFalse(Conflicts.isConflict(new RuntimeException(new SQLException("twice", "23505"))));
    assertFalse(Conflicts.isConflict(new SQLException("no state")));
    assertFalse(Conflicts.isConflict(new IllegalStateException("40001")));
  }
}
