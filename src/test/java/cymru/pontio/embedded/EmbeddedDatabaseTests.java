package cymru.pontio.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.diagnostics.FailureAnalysis;

@Timeout(120)
class EmbeddedDatabaseTests {

    private static final Map<String, String> SMALL = Map.of("shared_buffers", "16MB");

    // One folder for all tests, kept: unpacking the server's programs and a first start take seconds each.
    private static final Path folder = Path.of("target", "embedded-database");

    @Test
    void keepsWhatWasCommittedWhenTheApplicationIsKilled() throws Exception {
        Process application = startInItsOwnProcess();
        List<ProcessHandle> orphans = servers();
        assertThat(orphans).isNotEmpty();
        try {
            application.destroyForcibly();
            assertThat(application.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(orphans).as("the server outlives its application").anyMatch(ProcessHandle::isAlive);

            try (var database = EmbeddedDatabase.start(folder, SMALL)) {
                assertThat(query(database, "select what from kept")).isEqualTo("a row");
                assertThat(orphans).noneMatch(ProcessHandle::isAlive);
            }
        } finally {
            orphans.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void refusesASecondApplicationAndLeavesTheFirstAlone() throws Exception {
        Process first = startInItsOwnProcess();
        List<ProcessHandle> processes = servers();
        try {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, SMALL))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageStartingWith("Another Pontio is already running with the database in ");
            assertThat(first.isAlive()).isTrue();
            first.getOutputStream().close();
            assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(first.exitValue())
                    .as("the first could still read its database and close it")
                    .isZero();
        } finally {
            first.destroyForcibly();
            processes.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void refusesASecondStartInTheSameProcess() throws Exception {
        try (var database = EmbeddedDatabase.start(folder, SMALL)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, SMALL))
                    .isInstanceOf(DatabaseUnavailableException.class);
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void startsAlthoughItsPidFileNamesAnotherProgram() throws Exception {
        EmbeddedDatabase.start(folder, SMALL).close();
        Path pidFile = folder.resolve("postgresql/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder.resolve("postgresql") + "\n");
        try (var database = EmbeddedDatabase.start(folder, SMALL)) {
            assertThat(query(database, "select 'up'")).isEqualTo("up");
        }
        Files.writeString(pidFile, "not a number");
        EmbeddedDatabase.start(folder, SMALL).close();
    }

    @Test
    void beginsAgainAfterAFirstStartThatWasCutShort() throws Exception {
        EmbeddedDatabase.start(folder, SMALL).close();
        Files.delete(folder.resolve("postgresql/global/pg_control"));
        Files.writeString(folder.resolve("first-start-unfinished"), "");
        try (var database = EmbeddedDatabase.start(folder, SMALL)) {
            assertThat(query(database, "select 'up'")).isEqualTo("up");
        }
        assertThat(folder.resolve("first-start-unfinished")).doesNotExist();
    }

    @Test
    void letsNobodyInWithoutItsPassword() throws Exception {
        try (var database = EmbeddedDatabase.start(folder, SMALL)) {
            for (String guess : List.of("", "postgres")) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER, guess))
                        .isInstanceOf(SQLException.class);
            }
        }
        Files.delete(folder.resolve("database-password"));
        try (var database = EmbeddedDatabase.start(folder, SMALL)) {
            assertThat(query(database, "select 'a lost password is replaced'")).isNotEmpty();
        }
    }

    @Test
    void explainsItselfWithoutAStackTrace() {
        var failure = new DatabaseUnavailableException("In use.", "Stop the other one.");
        FailureAnalysis analysis = new DatabaseUnavailableFailureAnalyzer()
                .analyze(new IllegalStateException("A bean could not be created", failure));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("In use.");
        assertThat(analysis.getAction()).isEqualTo("Stop the other one.");
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER, database.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private List<ProcessHandle> servers() throws IOException {
        Path binaries = folder.toRealPath().resolve("bin");
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .map(command -> Path.of(command).startsWith(binaries))
                        .orElse(false))
                .toList();
    }

    private Process startInItsOwnProcess() throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("ready")) {
                return process;
            }
        }
        throw new IllegalStateException("The child did not start");
    }

    /** Stands for the application: starts the database, commits a row and then waits until its input ends. */
    static final class Application {

        public static void main(String[] args) throws Exception {
            try (var database = EmbeddedDatabase.start(Path.of(args[0]), SMALL)) {
                try (var connection = DriverManager.getConnection(
                                database.jdbcUrl(), EmbeddedDatabase.USER, database.password());
                        var statement = connection.createStatement()) {
                    statement.execute("drop table if exists kept");
                    statement.execute("create table kept (what text)");
                    statement.execute("insert into kept values ('a row')");
                    System.out.println("ready");
                    System.in.read();
                    statement.execute("select * from kept");
                }
            }
        }
    }
}
