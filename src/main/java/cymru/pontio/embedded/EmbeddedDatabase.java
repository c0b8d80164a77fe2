package cymru.pontio.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of this application's own, with its files kept in a folder between runs.
 *
 * <p>The folder is locked for as long as the server runs. The lock dies with this JVM, the server does not: after a
 * {@code kill -9} it lives on without its application. Whoever holds the lock therefore knows that every process still
 * running from the folder's binaries is such an orphan, and may stop it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    public static final String USER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    // Replaying the write-ahead log after a crash may take minutes, and giving up half-way would only start it again.
    private static final Duration STARTUP_PATIENCE = Duration.ofMinutes(5);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(15);

    private final EmbeddedPostgres server;
    private final FolderLock lock;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, FolderLock lock, String password) {
        this.server = server;
        this.lock = lock;
        this.password = password;
    }

    /**
     * @param folder created when it does not exist
     * @param settings server settings that differ from the ones below
     * @throws DatabaseUnavailableException when another application uses the folder or the server does not start
     */
    public static EmbeddedDatabase start(Path folder, Map<String, String> settings) {
        Path home = folder.toAbsolutePath().normalize();
        FolderLock lock = null;
        try {
            createPrivateDirectory(home);
            home = home.toRealPath();
            lock = FolderLock.of(home);
            return start(home, lock, settings);
        } catch (IOException e) {
            release(lock);
            throw new DatabaseUnavailableException(
                    "The embedded PostgreSQL in " + home + " did not start: " + e.getMessage(),
                    "Look at the messages above. The folder must be writable for this user and hold a PostgreSQL 18"
                            + " database or none; as root, PostgreSQL also needs user namespaces (unshare), so prefer"
                            + " an ordinary user. A server of your own is used when SPRING_DATASOURCE_URL is set.",
                    e);
        } catch (RuntimeException | Error e) {
            release(lock);
            throw e;
        }
    }

    private static EmbeddedDatabase start(Path home, FolderLock lock, Map<String, String> settings) throws IOException {
        Path binaries = Files.createDirectories(home.resolve("bin"));
        makePrivate(binaries);
        Path cluster = home.resolve("postgresql");
        Path unfinished = home.resolve("first-start-unfinished");

        stopOrphans(binaries);
        removeStalePidFile(cluster);
        if (Files.exists(unfinished)) {
            // Nobody was ever given a connection to it, so nothing can be lost.
            FileSystemUtils.deleteRecursively(cluster);
        }
        Path passwordFile = home.resolve("database-password");
        Path access = cluster.resolve("pg_hba.conf");
        boolean first = !Files.exists(cluster.resolve("PG_VERSION"));
        if (first) {
            Files.deleteIfExists(passwordFile);
            Files.writeString(unfinished, "");
        }
        Files.createDirectories(cluster);
        makePrivate(cluster);

        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                // Spring closes the pool first and then this server; a hook of its own would race with that.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP_PATIENCE);
        var config = new LinkedHashMap<>(defaults());
        config.putAll(settings);
        config.forEach(builder::setServerConfig);

        String password;
        EmbeddedPostgres server;
        if (Files.exists(passwordFile)) {
            password = Files.readString(passwordFile).strip();
            Files.writeString(access, accessRule("scram-sha-256"));
            server = builder.setConnectConfig("password", password).start();
        } else {
            if (!first) {
                Files.writeString(access, accessRule("trust"));
            }
            password = newPassword();
            server = builder.start();
            try {
                requirePassword(server, password, passwordFile, access);
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
        }
        Files.deleteIfExists(unfinished);
        // The library opens it to everyone, and what lies in it is run by us.
        makePrivate(binaries);
        log.info("Embedded PostgreSQL on 127.0.0.1:{}, files in {}", server.getPort(), home);
        return new EmbeddedDatabase(server, lock, password);
    }

    private static Map<String, String> defaults() {
        var config = new LinkedHashMap<String, String>();
        // The library switches both off, which suits throw-away test data only.
        config.put("fsync", "on");
        config.put("synchronous_commit", "on");
        config.put("full_page_writes", "on");
        config.put("shared_buffers", "256MB");
        config.put("work_mem", "16MB");
        config.put("max_wal_size", "4GB");
        config.put("checkpoint_timeout", "15min");
        // Nobody replicates this server; a table filled in the transaction that emptied it then needs no log.
        config.put("wal_level", "minimal");
        config.put("max_wal_senders", "0");
        config.put("max_connections", "60");
        config.put("timezone", "UTC");
        config.put("log_timezone", "UTC");
        config.put("jit", "off");
        config.put("listen_addresses", "127.0.0.1");
        // A socket in the shared temporary folder would be one more way in.
        config.put("unix_socket_directories", "");
        return config;
    }

    /** Without one, every user of this machine could read the database through its port. */
    private static void requirePassword(EmbeddedPostgres server, String password, Path passwordFile, Path access)
            throws IOException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl(USER, "postgres"));
                var statement = connection.createStatement()) {
            statement.execute("alter role " + USER + " password '" + password + "'");
            writePrivately(passwordFile, password);
            Files.writeString(access, accessRule("scram-sha-256"));
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("its password could not be set", e);
        }
    }

    private static String accessRule(String method) {
        return "host all all 127.0.0.1/32 " + method + "\n";
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void writePrivately(Path file, String content) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), "database-password", ".draft");
        Files.writeString(draft, content + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    public String password() {
        return password;
    }

    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    @Override
    public void close() throws IOException {
        try {
            server.close();
        } finally {
            lock.close();
        }
    }

    private static void stopOrphans(Path binaries) throws IOException {
        Path real = binaries.toRealPath();
        List<ProcessHandle> orphans =
                ProcessHandle.allProcesses().filter(p -> runsFrom(p, real)).toList();
        if (orphans.isEmpty()) {
            return;
        }
        log.warn("Stopping the PostgreSQL that an application which ended abruptly has left behind");
        // Only the postmaster: it ends its own children in the right order.
        List<ProcessHandle> roots = orphans.stream()
                .filter(p -> p.parent().filter(orphans::contains).isEmpty())
                .toList();
        roots.forEach(ProcessHandle::destroy);
        if (!allGone(orphans, ORPHAN_PATIENCE)) {
            // A crash to PostgreSQL, and as safe as one: it replays its log at the next start.
            orphans.forEach(ProcessHandle::destroyForcibly);
            if (!allGone(orphans, ORPHAN_PATIENCE)) {
                throw new IOException("an earlier server does not stop (process "
                        + orphans.getFirst().pid() + ")");
            }
        }
    }

    private static boolean runsFrom(ProcessHandle process, Path folder) {
        return process.info()
                .command()
                .map(command -> Path.of(command).startsWith(folder))
                .orElse(false);
    }

    private static boolean allGone(List<ProcessHandle> processes, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (ProcessHandle process : processes) {
            try {
                process.onExit().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while an earlier server was stopping", e);
            } catch (ExecutionException e) {
                throw new IOException(e);
            }
        }
        return true;
    }

    /**
     * PostgreSQL refuses to start when the process that its pid file names is alive, whatever that process is. After a
     * restart of the machine, or in a container, the number often belongs to another program.
     */
    private static void removeStalePidFile(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        Optional<ProcessHandle> process = pidIn(file).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (process.isPresent()) {
            Optional<String> command = process.get().info().command();
            if (command.isEmpty()) {
                // Somebody else's process, of which we may not know more: PostgreSQL decides.
                return;
            }
            if (Path.of(command.get()).getFileName().toString().startsWith("postgres")) {
                throw new DatabaseUnavailableException(
                        "Another PostgreSQL (process " + process.get().pid() + ") is using the database in " + cluster
                                + ".",
                        "Stop it, or give this application another folder with PONTIO_DATA_DIR.");
            }
        }
        Files.delete(file);
    }

    private static Optional<Long> pidIn(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        }
    }

    private static void createPrivateDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            makePrivate(directory);
        }
    }

    /** PostgreSQL refuses a folder that others may read, and it holds personal data. */
    private static void makePrivate(Path directory) throws IOException {
        var posix = Files.getFileAttributeView(directory, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void release(@Nullable FolderLock lock) {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                log.debug("Releasing the folder's lock", e);
            }
        }
    }

    private record FolderLock(Path home, FileChannel channel, FileLock lock) implements AutoCloseable {

        // Closing a second channel to the file would release this process's lock on it, so one is never opened.
        private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

        static FolderLock of(Path home) throws IOException {
            if (!HELD_BY_THIS_PROCESS.add(home)) {
                throw alreadyInUse(home);
            }
            FileLock lock = null;
            FileChannel channel = null;
            try {
                channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                lock = channel.tryLock();
                if (lock == null) {
                    throw alreadyInUse(home);
                }
                return new FolderLock(home, channel, lock);
            } finally {
                if (lock == null) {
                    if (channel != null) {
                        channel.close();
                    }
                    HELD_BY_THIS_PROCESS.remove(home);
                }
            }
        }

        private static DatabaseUnavailableException alreadyInUse(Path home) {
            return new DatabaseUnavailableException(
                    "Another Pontio is already running with the database in " + home + ".",
                    "Stop the other one, or give this one another folder with PONTIO_DATA_DIR"
                            + " (and another port with SERVER_PORT).");
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                if (lock.isValid()) {
                    lock.release();
                }
            } finally {
                HELD_BY_THIS_PROCESS.remove(home);
            }
        }
    }
}
