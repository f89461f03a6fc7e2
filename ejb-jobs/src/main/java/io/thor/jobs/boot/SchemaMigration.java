package io.thor.jobs.boot;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.thor.storage.Database;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings schema and database into the state that everything else relies on. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

  private static final String DATA_SOURCE = "jdbc/thor";
  private static final String SCRIPTS = "classpath:db/migration";

  /**
   * Errors: what Flyway and {@link H2Results} throw ends the deployment, with an account of what is
   * wrong.
   */
  @PostConstruct
  void migrate() {
    DataSource dataSource = dataSource();
    upgrade(dataSource);
    H2Results.neverReuse(dataSource);
  }

  /**
   * Flyway reads its settings through Jackson, which remembers their types for the whole JVM. On
   * Payara Server that Jackson is the server's and outlives this deployment, all of whose classes
   * it would keep; so it is made to forget them, also after a failure.
   */
  static void upgrade(DataSource dataSource) {
    try {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(dataSource)
          .locations(SCRIPTS)
          // There are none; but it would look for them in a folder that is not there, and on Open
          // Liberty it tells that as an error.
          .callbackLocations(SCRIPTS)
          .failOnMissingLocations(true)
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } finally {
      TypeFactory.defaultInstance().clearCache();
    }
  }

  /**
   * Looked up, because an injected name without {@code java:} is the component's own on WildFly.
   */
  private static DataSource dataSource() {
    try {
      return InitialContext.doLookup(DATA_SOURCE);
    } catch (NamingException e) {
      throw new IllegalStateException(
          "there is no data source " + DATA_SOURCE + "; create it on the server", e);
    }
  }
}
