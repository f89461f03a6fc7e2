package io.thor.tests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.thor.config.Settings;
import io.thor.message.Message;

/**
 * Which classes belong to which module. Contract and domain share packages, so those two are told
 * apart by the place of the class file.
 */
record Modules(
    DescribedPredicate<JavaClass> contract,
    DescribedPredicate<JavaClass> domain,
    DescribedPredicate<JavaClass> jobs,
    DescribedPredicate<JavaClass> socket,
    DescribedPredicate<JavaClass> rest) {

  /** The modules as they are built. */
  static Modules ofThor() {
    return new Modules(
        module("contract", besides(Message.class)),
        module("domain", besides(Settings.class)),
        module("ejb-jobs", inPackage("io.thor.jobs..")),
        module("web-socket", inPackage("io.thor.socket..")),
        module("web-rest", inPackage("io.thor.rest..")));
  }

  /** The fixtures' packages, named after the modules that they stand for. */
  static Modules ofFixtures() {
    return new Modules(
        module("contract", inPackage("..fixture..contract..")),
        module("domain", inPackage("..fixture..domain..")),
        module("ejb-jobs", inPackage("..fixture..jobs..")),
        module("web-socket", inPackage("..fixture..socket..")),
        module("web-rest", inPackage("..fixture..rest..")));
  }

  private static DescribedPredicate<JavaClass> module(
      String name, DescribedPredicate<JavaClass> classes) {
    return classes.as("are in %s", name);
  }

  private static DescribedPredicate<JavaClass> inPackage(String pattern) {
    return JavaClass.Predicates.resideInAPackage(pattern);
  }

  private static DescribedPredicate<JavaClass> besides(Class<?> anchor) {
    String place = anchor.getProtectionDomain().getCodeSource().getLocation().getPath();
    return DescribedPredicate.describe(
        "are built with " + anchor.getSimpleName(),
        candidate ->
            candidate
                .getSource()
                .filter(source -> source.getUri().toString().contains(place))
                .isPresent());
  }
}
