package io.thor.jobs.boot;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

/** What succeeds is tested in containers; {@code RedeployIT} looks for the classes of Flyway. */
class SchemaMigrationTest {

  @Test
  void leavesNoTypesToTheServersJacksonWhenItFails() {
    JavaType known = type();
    assertSame(known, type(), "Jackson remembers types");

    assertThrows(FlywayException.class, () -> SchemaMigration.upgrade(unreachable()));

    assertNotSame(known, type());
  }

  private static JavaType type() {
    return TypeFactory.defaultInstance().constructType(SchemaMigrationTest.class);
  }

  private static DataSource unreachable() {
    return (DataSource)
        Proxy.newProxyInstance(
            SchemaMigrationTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              throw new SQLException("no database here");
            });
  }
}
