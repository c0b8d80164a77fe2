import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the hot pages of the demonstration county: requests a second, latency, and CPU milliseconds a request in the server
 * and in PostgreSQL, which stay true when the machine is busy.
 */
public class Pages {
    private static final Path DATA = Path.of("target/bench-data");
    private static final Path CACHE = Path.of("target/bench-app/pontio.aot").toAbsolutePath();
    private static final String LIST = "/en/packages?status=LIVE";
    private static final int WARM = 30_000;
    private static final String WAITING = "/en/waiting-list?on=2024-03-03";

    private final Product product;
    private final boolean quick;
    private final int seconds;
    private String cookie = "";
    private boolean all = true;

    private Pages(Product product, boolean quick) {
        this.product = product;
        this.quick = quick;
        this.seconds = quick ? 1 : 6;
    }

    public static void main(String[] args) throws Exception {
        boolean quick = args.length > 0 && args[0].equals("quick");
        forget(DATA);
        starts(quick);
        try (Product product = Product.in(DATA)) {
            Pages pages = new Pages(product, quick);
            pages.measure();
            System.out.println(pages.all ? "All goals reached." : "Not all goals reached.");
        }
        forget(DATA);
    }

    /** P5, and the first start: each in a process of its own. */
    private static void starts(boolean quick) throws Exception {
        started("first start, county built", quick);
        started("P5 later start", quick);
        if (quick) return;
        started("(learning for the next)", false, "-XX:AOTCacheOutput=" + CACHE);
        Product.Started cached = started("P5 later start, AOT cache", false, "-XX:AOTCache=" + CACHE);
        System.out.printf(
                Locale.ROOT,
                "PetClinic's fat jar took 18.5 CPU-s to its first page on the reference machine: %.2f of it, goal 0.6%n%n",
                cached.serverCpu() / 18.5);
    }

    private static Product.Started started(String name, boolean quick, String... options) throws Exception {
        List<String> jvm = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xms128m", "-Xmx1g"));
        jvm.addAll(List.of(options));
        try (Product product = Product.in(DATA, jvm.toArray(String[]::new))) {
            Product.Started started = product.start(size(quick));
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %6.1f s   server %6.1f + database %6.1f CPU-s   %d MB%n",
                    name,
                    started.seconds(),
                    started.serverCpu(),
                    started.databaseCpu(),
                    product.memory());
            return started;
        }
    }

    /** A small county only tries the bench itself: its figures mean nothing. */
    private static Map<String, String> size(boolean quick) {
        return Map.of("PONTIO_DEMO_SIZE", quick ? "small" : "county");
    }

    private void measure() throws Exception {
        product.start(size(quick));
        product.rest();
        cookie = product.signIn("broker@pontio.example");
        String ref = Product.found("/en/packages/(PKG-[0-9A-Z]{4}-[0-9A-Z])", product.page(LIST, cookie));
        warm(LIST, 16, cookie);
        warm("/en/packages/" + ref, 16, cookie);
        Run list = run("P1 list of 25 packages, filtered", LIST, 16, cookie);
        Run one = run("P2 one package", "/en/packages/" + ref, 16, cookie);
        Run waiting = run("R4 waiting list on 3 March 2024", WAITING, 1, cookie);
        Run bareSignedIn = run("bare page, signed in", "/en/help", 8, cookie);
        Run bareAnonymous = run("bare page, nobody signed in", "/en/help", 8, "");
        Run wide64 = run("P4 list, 64 connections", LIST, 64, cookie);
        Run wide256 = run("P4 list, 256 connections", LIST, 256, cookie);
        double sql = pgbench("bench/list.sql");
        long memory = product.memory();
        product.database("psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", "bench/multiply.sql");
        product.rest();
        Run large = run("P1 list, ten times the packages", LIST, 16, cookie);
        Run largeOne = run("P2 one package of ten times as many", "/en/packages/" + ref, 16, cookie);
        Run largeWaiting = run("R4 waiting list, ten times as long", WAITING, 1, cookie);
        System.out.println();

        goal("P1 list, CPU-ms", list.cpu(), 1.5, "<= 1.5, aim 0.6");
        goal("P1 ten times as many packages, CPU ratio", large.cpu() / list.cpu(), 1.1, "<= 1.1");
        shown("P1 pages/s, share of its own SQL in pgbench", list.rate / sql, "aim 0.35");
        shown("P1 list against the bare page, CPU ratio", list.cpu() / bareSignedIn.cpu(), "");
        goal("P2 one package, CPU-ms", one.cpu(), 1.5, "<= 1.5");
        goal("P2 ten times as many packages, CPU ratio", largeOne.cpu() / one.cpu(), 1.1, "<= 1.1");
        goal("P3 being signed in, CPU-ms", bareSignedIn.cpu() - bareAnonymous.cpu(), .3, "<= 0.3");
        goal("P4 p99 / p50 at 64 connections", wide64.p99 / wide64.p50, 3, "<= 3");
        goal("P4 p99 / p50 at 256 connections", wide256.p99 / wide256.p50, 3, "<= 3");
        goal("P5 memory after load, MB", memory, 535, "<= 535 (PetClinic's)");
        goal("R4 waiting list at a past day, p50 ms", waiting.p50, 50, "<= 50");
        shown(
                "R4 a waiting list ten times as long, ratio",
                largeWaiting.p50 / waiting.p50,
                "shows ten times the people");
        goal(
                "errors",
                bareAnonymous.errors
                        + bareSignedIn.errors
                        + list.errors
                        + one.errors
                        + waiting.errors
                        + wide64.errors
                        + wide256.errors
                        + large.errors
                        + largeOne.errors
                        + largeWaiting.errors,
                0,
                "0");
    }

    private record Run(double rate, double p50, double p99, double serverMs, double databaseMs, int errors) {
        double cpu() {
            return serverMs + databaseMs;
        }
    }

    private Run run(String name, String path, int connections, String as) throws Exception {
        warm(path, connections, as);
        Product.Cpu before = product.cpu();
        Run run = load(path, connections, as, seconds);
        Product.Cpu after = product.cpu();
        int requests = Math.max(1, (int) Math.round(run.rate * seconds));
        Run measured = new Run(
                run.rate,
                run.p50,
                run.p99,
                (after.server() - before.server()) * 1000 / requests,
                (after.database() - before.database()) * 1000 / requests,
                run.errors);
        System.out.printf(
                Locale.ROOT,
                "%-36s c=%-3d %7.0f/s  p50 %7.2f ms  p99 %8.2f ms  server %.2f + database %.2f CPU-ms  errors %d%n",
                name,
                connections,
                measured.rate,
                measured.p50,
                measured.p99,
                measured.serverMs,
                measured.databaseMs,
                measured.errors);
        return measured;
    }

    /**
     * Until a request has twice cost no less than before, and of the pages that are measured by their cost not before the
     * second compiler has seen enough: what one page has warmed serves the next, so the first would look dear.
     */
    private void warm(String path, int connections, String as) throws Exception {
        double least = Double.MAX_VALUE;
        int noLess = 0;
        double served = 0;
        for (int round = 0; round < (quick ? 1 : 12) && (noLess < 2 || served < WARM && connections > 1); round++) {
            Product.Cpu from = product.cpu();
            Run run = load(path, Math.min(connections, 16), as, seconds);
            double cost = (product.cpu().server() - from.server()) / Math.max(1, run.rate);
            noLess = cost > .95 * least ? noLess + 1 : 0;
            least = Math.min(least, cost);
            served += run.rate * seconds;
        }
    }

    private Run load(String path, int connections, String as, int seconds) throws Exception {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + product.port() + "\r\n"
                        + (as.isEmpty() ? "" : "Cookie: " + as + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<long[]> all = new ArrayList<>();
        AtomicInteger errors = new AtomicInteger();
        AtomicLong count = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                long[] times = new long[1024];
                int n = 0;
                while (System.nanoTime() < end) {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress("127.0.0.1", product.port()), 5000);
                        socket.setTcpNoDelay(true);
                        socket.setSoTimeout(20_000);
                        InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
                        Answer answer = Answer.OPEN;
                        // The server ends a connection after so many requests and says so; then a new one is opened.
                        while (!answer.last && System.nanoTime() < end) {
                            long begin = System.nanoTime();
                            socket.getOutputStream().write(request);
                            answer = answer(in);
                            if (answer.status != 200) errors.incrementAndGet();
                            if (n == times.length) times = Arrays.copyOf(times, 2 * n);
                            times[n++] = System.nanoTime() - begin;
                        }
                    } catch (IOException e) {
                        errors.incrementAndGet();
                    }
                }
                count.addAndGet(n);
                synchronized (all) {
                    all.add(Arrays.copyOf(times, n));
                }
            }));
        }
        for (Thread thread : threads) thread.join();
        long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (sorted.length == 0) return new Run(0, 0, 0, 0, 0, errors.get());
        return new Run(
                count.get() / (double) seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * .99)] / 1e6,
                0,
                0,
                errors.get());
    }

    /** @param last whether the server closes the connection after it */
    private record Answer(int status, boolean last) {
        static final Answer OPEN = new Answer(200, false);
    }

    /** Reads one answer, of known length or in chunks. */
    private static Answer answer(InputStream in) throws IOException {
        String line = line(in);
        int status = Integer.parseInt(line.substring(9, 12));
        int length = -1;
        boolean chunked = false;
        boolean last = false;
        while (!(line = line(in)).isEmpty()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:"))
                length = Integer.parseInt(lower.substring(15).strip());
            if (lower.startsWith("connection:")) last = lower.contains("close");
            if (lower.startsWith("transfer-encoding:")) chunked = lower.contains("chunked");
        }
        if (!chunked) {
            in.skipNBytes(Math.max(0, length));
            return new Answer(status, last);
        }
        for (int size = Integer.parseInt(line(in), 16); ; size = Integer.parseInt(line(in), 16)) {
            in.skipNBytes(size + 2L);
            if (size == 0) return new Answer(status, last);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("closed");
            if (c != '\r') text.append((char) c);
        }
        return text.toString();
    }

    private double pgbench(String script) throws Exception {
        String out = product.database(
                "pgbench", "-n", "-M", "prepared", "-c", "16", "-j", "2", "-T", "" + seconds, "-f", script);
        double rate = Double.parseDouble(Product.found("tps = ([0-9.]+)", out));
        System.out.printf(Locale.ROOT, "%-36s c=16  %7.0f/s%n", "pgbench: the list page's own SQL", rate);
        return rate;
    }

    private void goal(String name, double figure, double most, String goal) {
        boolean reached = figure <= most;
        all &= reached;
        System.out.printf(
                Locale.ROOT, "%-44s %8.3f   goal %-22s %s%n", name, figure, goal, reached ? "reached" : "NOT reached");
    }

    private static void shown(String name, double figure, String what) {
        System.out.printf(Locale.ROOT, "%-44s %8.3f   %s%n", name, figure, what);
    }

    private static void forget(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
