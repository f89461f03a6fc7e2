package io.thor.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  private static final String FIXTURES = ArchitectureTest.class.getPackageName() + ".fixture.";

  private static final JavaClasses THOR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.thor");

  @TestFactory
  Stream<DynamicTest> thorKeepsItsRules() {
    return ArchitectureRules.of(Modules.ofThor()).entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(THOR)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleSeesTheFixtureThatBreaksIt() {
    return ArchitectureRules.of(Modules.ofFixtures()).entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> assertBroken(rule)));
  }

  /** A module that is missing from the class path would keep every rule. */
  @Test
  void looksAtAllServerModules() {
    Modules modules = Modules.ofThor();
    Stream.of(
            modules.contract(), modules.domain(), modules.jobs(), modules.socket(), modules.rest())
        .forEach(
            module ->
                assertTrue(
                    THOR.stream().filter(module).count() > 10, () -> "no classes " + module));
  }

  @Test
  void everyFixtureHasItsRule() {
    Set<String> fixtures =
        new ClassFileImporter()
            .importPackages(FIXTURES).stream()
                .map(type -> type.getPackageName() + ".")
                .filter(name -> name.length() > FIXTURES.length())
                .map(name -> name.substring(FIXTURES.length()).split("\\.")[0])
                .collect(Collectors.toSet());

    assertEquals(ArchitectureRules.of(Modules.ofFixtures()).keySet(), fixtures);
  }

  private static void assertBroken(Map.Entry<String, ArchRule> rule) {
    JavaClasses fixture = new ClassFileImporter().importPackages(FIXTURES + rule.getKey());
    EvaluationResult result = rule.getValue().evaluate(fixture);

    assertTrue(result.hasViolation(), "the fixture keeps the rule: " + result.getFailureReport());
    fixture.stream()
        .filter(type -> type.getSimpleName().startsWith("Breaking"))
        .forEach(
            type ->
                assertTrue(
                    result.getFailureReport().toString().contains(type.getName()),
                    () -> type.getName() + " is not reported"));
  }
}
