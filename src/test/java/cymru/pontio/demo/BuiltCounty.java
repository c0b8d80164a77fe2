package cymru.pontio.demo;

import cymru.pontio.matching.Matching;
import cymru.pontio.support.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A county in a database of its own. */
record BuiltCounty(Connection connection, JdbcClient jdbc) implements AutoCloseable {
    static BuiltCounty of(String name, DemoSize size, Instant now) throws SQLException, IOException {
        BuiltCounty empty = empty(name);
        new County(size, Matching.withoutPledge(), "a hash", now, percent -> {}).build(empty.connection);
        return empty;
    }

    static BuiltCounty empty(String name) throws SQLException {
        var details = TestDatabase.another(name);
        Flyway.configure()
                .dataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        Connection connection =
                DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword());
        return new BuiltCounty(connection, JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
