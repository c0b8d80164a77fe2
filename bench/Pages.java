import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the hot pages of the demonstration county: requests a second, latency, and CPU milliseconds a request in the server
 * and in PostgreSQL, which stay true when the machine is busy.
 */
public class Pages {
    private final Product product;
    private final int seconds;
    private String cookie = "";

    private Pages(Product product, int seconds) {
        this.product = product;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws Exception {
        boolean quick = args.length > 0 && args[0].equals("quick");
        try (Product product = Product.in(Path.of("target/bench-data"))) {
            new Pages(product, quick ? 2 : 6).all();
        }
    }

    private void all() throws Exception {
        product.start();
        product.stop();
        Product.Started again = product.start();
        System.out.printf("P5 later start: %.1f s and %.1f CPU-s to the first page, %d MB%n%n", again.seconds(), again.serverCpu(), product.memory());

        Run bareAnonymous = run("bare page, nobody signed in", "/en/help", 8, "");
        cookie = product.signIn("broker@pontio.example");
        Run bareSignedIn = run("bare page, signed in", "/en/help", 8, cookie);
        Run list = run("P1 list of 25 packages, filtered", "/en/packages?status=LIVE", 16, cookie);
        String ref = Product.found("/en/packages/(PKG-[0-9A-Z]{4}-[0-9A-Z])", product.page("/en/packages?status=LIVE", cookie));
        Run one = run("P2 one package", "/en/packages/" + ref, 16, cookie);
        Run waiting = run("R4 waiting list on 3 March 2024", "/en/waiting-list?on=2024-03-03", 1, cookie);
        Run wide64 = run("P4 list, 64 connections", "/en/packages?status=LIVE", 64, cookie);
        Run wide256 = run("P4 list, 256 connections", "/en/packages?status=LIVE", 256, cookie);
        double sql = pgbench("bench/list.sql");
        product.database("psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", "bench/multiply.sql");
        Run large = run("P1 list, ten times the packages", "/en/packages?status=LIVE", 16, cookie);
        Run largeOne = run("P2 one package of ten times as many", "/en/packages/" + ref, 16, cookie);
        Run largeWaiting = run("R4 waiting list, ten times the events", "/en/waiting-list?on=2024-03-03", 1, cookie);
        System.out.printf("memory after load: %d MB%n%n", product.memory());

        goal("P1 list, CPU-ms", list.cpu(), "<= 1.5, aim 0.6", list.cpu() <= 1.5);
        goal("P1 list ten times larger, ratio", large.cpu() / list.cpu(), "<= 1.1", large.cpu() <= 1.1 * list.cpu());
        goal("P1 share of the list's own SQL under pgbench", list.rate / sql, "aim 0.35", list.rate / sql >= .35);
        goal("P2 package page, CPU-ms", one.cpu(), "<= 1.5", one.cpu() <= 1.5);
        goal("P2 ten times larger, ratio", largeOne.cpu() / one.cpu(), "<= 1.1", largeOne.cpu() <= 1.1 * one.cpu());
        goal("P1 list against the bare page, ratio", list.cpu() / bareSignedIn.cpu(), "shown only", true);
        goal("P3 being signed in, CPU-ms", bareSignedIn.cpu() - bareAnonymous.cpu(), "<= 0.3",
                bareSignedIn.cpu() - bareAnonymous.cpu() <= .3);
        goal("P4 p99 / p50 at 64 connections", wide64.p99 / wide64.p50, "<= 3", wide64.p99 <= 3 * wide64.p50);
        goal("P4 p99 / p50 at 256 connections", wide256.p99 / wide256.p50, "<= 3", wide256.p99 <= 3 * wide256.p50);
        goal("R4 waiting list at a past day, p50 ms", waiting.p50, "<= 50", waiting.p50 <= 50);
        goal("R4 ten times the events, ratio", largeWaiting.p50 / waiting.p50, "<= 2", largeWaiting.p50 <= 2 * waiting.p50);
        int errors = wide64.errors + wide256.errors + list.errors + one.errors + waiting.errors;
        goal("errors in all of these", errors, "0", errors == 0);
    }

    private record Run(double rate, double p50, double p99, double serverMs, double databaseMs, int errors) {
        double cpu() {
            return serverMs + databaseMs;
        }
    }

    private Run run(String name, String path, int connections, String as) throws Exception {
        load(path, connections, as, seconds * 3);
        Product.Cpu before = product.cpu();
        Run run = load(path, connections, as, seconds);
        Product.Cpu after = product.cpu();
        int requests = Math.max(1, (int) Math.round(run.rate * seconds));
        Run measured = new Run(run.rate, run.p50, run.p99, (after.server() - before.server()) * 1000 / requests,
                (after.database() - before.database()) * 1000 / requests, run.errors);
        System.out.printf(Locale.ROOT, "%-36s c=%-3d %7.0f/s  p50 %7.2f ms  p99 %8.2f ms  server %.2f + database %.2f CPU-ms  errors %d%n",
                name, connections, measured.rate, measured.p50, measured.p99, measured.serverMs, measured.databaseMs, measured.errors);
        return measured;
    }

    private Run load(String path, int connections, String as, int seconds) throws Exception {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + product.port() + "\r\n" + (as.isEmpty() ? "" : "Cookie: " + as + "\r\n")
                + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<long[]> all = new ArrayList<>();
        AtomicInteger errors = new AtomicInteger();
        AtomicLong count = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                long[] times = new long[200_000];
                int n = 0;
                while (System.nanoTime() < end && n < times.length) {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress("127.0.0.1", product.port()), 5000);
                        socket.setTcpNoDelay(true);
                        socket.setSoTimeout(20_000);
                        InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
                        Answer answer = Answer.OPEN;
                        // The server ends a connection after so many requests and says so; then a new one is opened.
                        while (!answer.last && System.nanoTime() < end && n < times.length) {
                            long begin = System.nanoTime();
                            socket.getOutputStream().write(request);
                            answer = answer(in);
                            if (answer.status != 200) errors.incrementAndGet();
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
        return new Run(count.get() / (double) seconds, sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * .99)] / 1e6, 0, 0, errors.get());
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
            if (lower.startsWith("content-length:")) length = Integer.parseInt(lower.substring(15).strip());
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
        String out = product.database("pgbench", "-n", "-M", "prepared", "-c", "16", "-j", "2", "-T", "" + seconds, "-f", script);
        double rate = Double.parseDouble(Product.found("tps = ([0-9.]+)", out));
        System.out.printf(Locale.ROOT, "%-36s c=16  %7.0f/s%n", "pgbench: the list's own SQL", rate);
        return rate;
    }

    private static void goal(String name, double figure, String goal, boolean reached) {
        System.out.printf(Locale.ROOT, "%-48s %8.3f   goal %-18s %s%n", name, figure, goal, reached ? "reached" : "NOT reached");
    }
}
