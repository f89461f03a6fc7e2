package io.thor.intraday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceSetTest {

  @Property
  void behavesLikeASetAndSurvivesItsTextForm(
      @ForAll @NotEmpty List<@LongRange(min = -30, max = 30) Long> sequences) {
    Set<Long> model = new HashSet<>();
    SequenceCollector collector = new SequenceCollector();
    for (long sequence : sequences) {
      assertEquals(model.add(sequence), collector.add(sequence));
    }

    SequenceSet set = collector.toSet();
    assertEquals(model.size(), set.size());
    for (long sequence = -31; sequence <= 31; sequence++) {
      assertEquals(model.contains(sequence), set.contains(sequence));
    }
    SequenceSet parsed = SequenceSet.parse(set.toString());
    assertEquals(set, parsed);
    assertEquals(set.hashCode(), parsed.hashCode());
  }

  @Test
  void keepsOneRangeForSequencesWithoutGaps() {
    SequenceCollector collector = new SequenceCollector();
    List.of(7L, 5L, 12L, 6L).forEach(collector::add);

    assertEquals("5-7,12", collector.toSet().toString());
  }

  @Test
  void holdsTheGreatestAndTheSmallestSequence() {
    SequenceCollector collector = new SequenceCollector();
    collector.add(Long.MAX_VALUE);
    collector.add(Long.MIN_VALUE);

    assertFalse(collector.add(Long.MAX_VALUE));
    assertFalse(collector.add(Long.MIN_VALUE));
    assertEquals(2, collector.toSet().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "5-", "9-5", "5,5", "7,3", "1-4,3-6", "1,,2"})
  void refusesTextsThatAreNoAscendingRanges(String text) {
    assertThrows(IllegalArgumentException.class, () -> SequenceSet.parse(text));
  }
}
