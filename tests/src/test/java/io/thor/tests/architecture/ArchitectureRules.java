package io.thor.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/** The rules, each under the name of its fixture's package. */
final class ArchitectureRules {

  private final Modules modules;

  private ArchitectureRules(Modules modules) {
    this.modules = modules;
  }

  static Map<String, ArchRule> of(Modules modules) {
    ArchitectureRules rules = new ArchitectureRules(modules);
    Map<String, ArchRule> all = new LinkedHashMap<>();
    all.put("container", rules.contractKnowsNoContainer());
    all.put("upward", rules.contractKnowsNoOtherModule());
    all.put("outward", rules.domainKnowsNoOuterModule());
    all.put("sideways", rules.outerModulesKnowNotEachOther());
    all.put("feature", rules.socketKnowsNoFeature());
    all.put("thread", rules.threadsAreManaged());
    all.put("stream", rules.nothingIsPrinted());
    all.put("lookup", rules.beansAreInjected());
    all.put("lock", rules.rowsAreLockedInOnePlace());
    all.put("provider", rules.providerOfJsonIsLookedUpOnce());
    all.put("floating", rules.valuesAreExact());
    all.put("field", rules.scopedBeansHideTheirFields());
    all.put("message", rules.messagesAreRecords());
    all.put("route", rules.everyRouteSaysWhoMayCallIt());
    return all;
  }

  private ArchRule contractKnowsNoContainer() {
    return noClasses()
        .that(modules.contract())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..");
  }

  private ArchRule contractKnowsNoOtherModule() {
    return none(modules.contract(), modules.domain().or(outer()));
  }

  private ArchRule domainKnowsNoOuterModule() {
    return none(modules.domain(), outer());
  }

  private ArchRule outerModulesKnowNotEachOther() {
    return CompositeArchRule.of(none(modules.jobs(), modules.socket().or(modules.rest())))
        .and(none(modules.socket(), modules.jobs().or(modules.rest())))
        .and(none(modules.rest(), modules.jobs().or(modules.socket())));
  }

  private ArchRule socketKnowsNoFeature() {
    return none(
        modules.socket(),
        are(
            resideInAnyPackage(
                "io.thor..account..",
                "io.thor..intraday..",
                "io.thor..market..",
                "io.thor..order..")));
  }

  private ArchRule threadsAreManaged() {
    DescribedPredicate<JavaClass> threads = assignableTo(Thread.class);
    return CompositeArchRule.of(
            noClasses()
                .should()
                .callConstructorWhere(
                    DescribedPredicate.describe(
                        "it makes a thread", call -> threads.test(call.getTargetOwner()))))
        .and(
            noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                    Executors.class, ThreadPoolExecutor.class, ForkJoinPool.class, Timer.class));
  }

  private ArchRule nothingIsPrinted() {
    return GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
  }

  private ArchRule beansAreInjected() {
    return noClasses()
        .that(DescribedPredicate.not(simpleName("SocketConfigurator")))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("jakarta.enterprise.inject.spi.CDI");
  }

  private ArchRule rowsAreLockedInOnePlace() {
    return noClasses()
        .that(DescribedPredicate.not(simpleName("Database")))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("jakarta.persistence.LockModeType");
  }

  private ArchRule providerOfJsonIsLookedUpOnce() {
    return noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.json.Json");
  }

  private ArchRule valuesAreExact() {
    return noFields()
        .that()
        .areDeclaredInClassesThat(
            resideInAnyPackage(
                "io.thor..message..",
                "io.thor..account..",
                "io.thor..intraday..",
                "io.thor..order.."))
        .should()
        .haveRawType(float.class)
        .orShould()
        .haveRawType(double.class)
        .orShould()
        .haveRawType(Float.class)
        .orShould()
        .haveRawType(Double.class);
  }

  private ArchRule scopedBeansHideTheirFields() {
    return fields()
        .that()
        .areDeclaredInClassesThat(
            CanBeAnnotated.Predicates.metaAnnotatedWith("jakarta.enterprise.context.NormalScope")
                .forSubtype())
        .and()
        .areNotStatic()
        .should()
        .notBePublic();
  }

  private ArchRule messagesAreRecords() {
    DescribedPredicate<JavaClass> messages =
        DescribedPredicate.describe(
            "are messages",
            candidate ->
                candidate.getAllRawInterfaces().stream()
                    .anyMatch(
                        type ->
                            type.getSimpleName().equals("Message")
                                && type.getPackageName().endsWith(".message")));
    return classes().that(messages).and().areNotInterfaces().should().beRecords();
  }

  private ArchRule everyRouteSaysWhoMayCallIt() {
    return methods()
        .that()
        .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
        .should()
        .beAnnotatedWith("io.thor.rest.Access");
  }

  private DescribedPredicate<JavaClass> outer() {
    return modules.jobs().or(modules.socket()).or(modules.rest());
  }

  private static ArchRule none(
      DescribedPredicate<JavaClass> from, DescribedPredicate<JavaClass> to) {
    return noClasses().that(from).should().dependOnClassesThat(to);
  }
}
