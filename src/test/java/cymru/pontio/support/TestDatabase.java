package cymru.pontio.support;

import cymru.pontio.embedded.DatabaseUnavailableException;
import cymru.pontio.embedded.EmbeddedDatabase;
import cymru.pontio.identity.Accounts;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.capacity.CapacityExamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The tests' PostgreSQL 18, one server per JVM: in a container when a Docker engine answers, otherwise the embedded one.
 * {@code -Dpontio.test.database=embedded} asks for the embedded one in any case.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    @Bean
    JdbcConnectionDetails testDatabaseConnectionDetails() {
        return connection();
    }

    @Bean
    County county(Accounts accounts, Providers providers, CapacityExamples capacity) {
        return new County(accounts, providers, capacity);
    }

    public static JdbcConnectionDetails connection() {
        return Server.CONNECTION;
    }

    /** One more database on the same server, empty, for a test that needs one of its own. */
    public static JdbcConnectionDetails another(String name) {
        JdbcConnectionDetails known = connection();
        try (var connection =
                        DriverManager.getConnection(known.getJdbcUrl(), known.getUsername(), known.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists \"" + name + "\" with (force)");
            statement.execute("create database \"" + name + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("No database " + name, e);
        }
        String url = known.getJdbcUrl();
        return new Connection(
                url.substring(0, url.lastIndexOf('/') + 1) + name, known.getUsername(), known.getPassword());
    }

    private static final class Server {

        static final JdbcConnectionDetails CONNECTION = start();

        private static JdbcConnectionDetails start() {
            boolean embedded = "embedded".equals(System.getProperty("pontio.test.database"));
            return !embedded && DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
        }

        private static JdbcConnectionDetails container() {
            var container = new PostgreSQLContainer("postgres:18");
            container.start();
            return new Connection(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }

        private static JdbcConnectionDetails embedded() {
            var database = startInFirstFreeFolder();
            // After the application contexts have closed their pools, which a plain shutdown hook would race with.
            SpringApplication.getShutdownHandlers().add(() -> {
                try {
                    database.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return new Connection(freshDatabase(database), EmbeddedDatabase.USER, database.password());
        }

        private static EmbeddedDatabase startInFirstFreeFolder() {
            var throwAway = Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");
            for (int number = 1; ; number++) {
                try {
                    return EmbeddedDatabase.start(Path.of("target", "test-database", "" + number), throwAway);
                } catch (DatabaseUnavailableException e) {
                    // Another test run is using that folder.
                    if (number == 5) {
                        throw e;
                    }
                }
            }
        }

        /** The server's files survive from run to run, which saves a second; what an earlier run left in them does not. */
        private static String freshDatabase(EmbeddedDatabase database) {
            try (var connection = DriverManager.getConnection(
                            database.jdbcUrl(), EmbeddedDatabase.USER, database.password());
                    var statement = connection.createStatement()) {
                var old = new ArrayList<String>();
                try (var rows = statement.executeQuery(
                        "select datname from pg_database where datname like 'pontio%' and not datistemplate")) {
                    while (rows.next()) {
                        old.add(rows.getString(1));
                    }
                }
                for (String name : old) {
                    statement.execute("drop database \"" + name + "\" with (force)");
                }
                statement.execute("create database pontio");
                return database.jdbcUrl("pontio");
            } catch (SQLException e) {
                throw new IllegalStateException("No fresh database for the tests", e);
            }
        }
    }

    private record Connection(String url, String user, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return password;
        }
    }
}
