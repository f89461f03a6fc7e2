package io.thor.tests.server;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an administrator enters for the data source {@code jdbc/thor}.
 *
 * @param dataSourceClass the driver's class that implements {@code javax.sql.DataSource}
 * @param driver the JDBC driver's jar, or empty when the server ships the driver
 */
record DataSourceSettings(
    String dataSourceClass, String url, String user, String password, Optional<Path> driver) {}
