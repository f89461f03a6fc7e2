package io.thor.incontainer;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archive that the build made, and a library more: this package. */
final class ThorDeployment {

  private static final String ARCHIVE = "thor.test.war";
  private static final String BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
             bean-discovery-mode="annotated"/>
      """;

  private ThorDeployment() {}

  static WebArchive create() {
    Path war = Path.of(System.getProperty(ARCHIVE, ""));
    if (!Files.isRegularFile(war)) {
      throw new IllegalStateException(
          ARCHIVE + "=" + war + " is no file; build it: mvn package -pl micro -am");
    }
    JavaArchive beans =
        ShrinkWrap.create(JavaArchive.class, "tests.jar")
            .addPackages(false, Filters.exclude(".*IT.*"), ThorDeployment.class.getPackage())
            .addAsManifestResource(new StringAsset(BEANS), "beans.xml");
    return ShrinkWrap.create(ZipImporter.class, "thor.war")
        .importFrom(war.toFile())
        .as(WebArchive.class)
        .addAsLibrary(beans);
  }
}
