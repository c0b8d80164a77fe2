import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged product as a process of its own, with an embedded database under target/, for the sections of the bench. What
 * it and its PostgreSQL cost is read from the operating system, so the figures stay true when the machine is busy.
 */
final class Product implements AutoCloseable {
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Path data;
    private final int port = freePort();
    private final List<String> jvm;
    private Process server;

    /** @param data its folder; a database that is there already is used again */
    private Product(Path data, List<String> jvm) {
        this.data = data.toAbsolutePath();
        this.jvm = jvm;
    }

    /** How long a start took until pages were served, and what it cost. */
    record Started(double seconds, double serverCpu, double databaseCpu) {}

    /** CPU seconds used so far. */
    record Cpu(double server, double database) {}

    /** A product that is not started yet. */
    static Product in(Path data, String... jvm) {
        return new Product(data, jvm.length == 0 ? List.of("-XX:+UseSerialGC", "-Xms128m", "-Xmx1g") : List.of(jvm));
    }

    /** Starts it and waits until it is healthy, the demonstration county included, and has answered one page. */
    Started start(Map<String, String> settings) throws Exception {
        Files.createDirectories(data);
        long begin = System.nanoTime();
        List<String> line = new ArrayList<>(List.of(BIN.toString()));
        line.addAll(jvm);
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-jar", jar().toString()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("SERVER_PORT", "" + port);
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("PONTIO_DATA_DIR", data.toString());
        builder.environment().putAll(settings);
        server = builder.redirectErrorStream(true)
                .redirectOutput(data.resolve("server.log").toFile())
                .start();
        while (status("/actuator/health") != 200) {
            if (!server.isAlive())
                throw new IllegalStateException("the product did not start: see " + data.resolve("server.log"));
            Thread.sleep(100);
        }
        if (status("/en/sign-in") != 200) throw new IllegalStateException("no page: see " + data.resolve("server.log"));
        Cpu cpu = cpu();
        return new Started((System.nanoTime() - begin) / 1e9, cpu.server, cpu.database);
    }

    Started start() throws Exception {
        return start(Map.of());
    }

    void stop() {
        if (server == null || !server.isAlive()) return;
        server.destroy();
        try {
            if (!server.waitFor(30, TimeUnit.SECONDS)) server.destroyForcibly();
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    int port() {
        return port;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The Cookie header of somebody of the demonstration county who has just signed in. */
    String signIn(String username) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> page = client.send(
                    HttpRequest.newBuilder(uri("/en/sign-in")).build(), HttpResponse.BodyHandlers.ofString());
            String token = found("name=\"_csrf\" value=\"([^\"]+)\"", page.body());
            String form = page.headers().firstValue("set-cookie").orElseThrow().split(";")[0];
            HttpResponse<String> welcome = client.send(
                    HttpRequest.newBuilder(uri("/en/sign-in"))
                            .header("Cookie", form)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("_csrf="
                                    + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&username="
                                    + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password=pontio-demo"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String session = welcome.headers().allValues("set-cookie").stream()
                    .map(value -> value.split(";")[0])
                    .filter(value -> value.contains("pontio-session="))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException(username + " could not sign in: " + welcome.statusCode()));
            // A browser has both cookies; without the form's, each page would make a new one.
            return form + "; " + session;
        }
    }

    /** The text of a page, which must be there. */
    String page(String path, String cookie) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(uri(path)).header("Cookie", cookie).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException(path + " answered " + answer.statusCode());
            return answer.body();
        }
    }

    static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) throw new IllegalStateException("not found: " + pattern);
        return matcher.group(1);
    }

    /** Runs a program of PostgreSQL's on the product's database; its output. */
    String database(String program, String... arguments) throws Exception {
        List<String> line =
                new ArrayList<>(List.of(program, "-h", "127.0.0.1", "-p", databasePort(), "-U", "postgres"));
        line.addAll(List.of(arguments));
        line.add("postgres");
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", databasePassword());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(program + ": " + out);
        return out;
    }

    /** For sections that use JDBC themselves; the user is postgres. */
    String databaseUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + databasePort() + "/postgres";
    }

    String databasePassword() throws IOException {
        return Files.readString(data.resolve("database-password")).strip();
    }

    Cpu cpu() throws IOException {
        return new Cpu(cpuSeconds(server.pid()), databaseProcesses());
    }

    /** Waits until the product rests: what the clock does after a start is no part of what a page costs. */
    void rest() throws Exception {
        Duration first = Duration.between(
                Instant.now(), server.info().startInstant().orElseThrow().plus(Duration.ofMinutes(2)));
        if (first.isPositive()) Thread.sleep(first);
        for (int i = 0; i < 60; i++) {
            Cpu before = cpu();
            Thread.sleep(5000);
            Cpu after = cpu();
            if (after.server - before.server + after.database - before.database < .25) return;
        }
        System.out.println("The product did not come to rest in five minutes: CPU times are too high.");
    }

    /** Resident memory of the server in MB. */
    long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target/bench-app"))) {
            return files.filter(file -> file.toString().matches(".*pontio-[^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private String databasePort() throws IOException {
        return Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .get(3)
                .strip();
    }

    /** The postmaster's and its children's, those that have ended included. */
    private double databaseProcesses() throws IOException {
        Path pidFile = data.resolve("postgresql/postmaster.pid");
        if (!Files.exists(pidFile)) return 0;
        long postmaster = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        double sum = ticks(postmaster, 11, 12, 13, 14);
        for (ProcessHandle child : ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::children)
                .toList()) sum += ticks(child.pid(), 11, 12);
        return sum;
    }

    private static double cpuSeconds(long pid) {
        return ticks(pid, 11, 12);
    }

    private static double ticks(long pid, int... which) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double sum = 0;
            for (int field : which) sum += Long.parseLong(fields[field]) / 100.0;
            return sum;
        } catch (IOException gone) {
            return 0;
        }
    }

    private int status(String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri(path).toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
