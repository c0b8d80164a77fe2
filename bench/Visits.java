import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/**
 * Imports, sums and reports of visits, in one run on one machine: the whole import of a file (upload, parse, validate,
 * idempotent upsert, sums, error report) against COPY of the same rows into a table with the same columns, checks, indexes and
 * months; the same file again; memory; 100,000 random corrections; five years by month, area and provider with distinct people
 * against DuckDB on the same rows (fetched from Maven Central if it can be, else only against plain SQL); one month; what the
 * sums cost an insert; and signed-in pages at a fixed rate beside a day's import.
 *
 *   bench/run visits                 a million rows
 *   bench/run visits rows=5000000    the file of goal I3
 *   bench/run visits wales           first grows the county to 73 million visits of 22 counties: 40 GB of disk, an hour or two
 *   bench/run visits keep            uses the database of the last run again
 */
public class Visits {
    private static final Path FOLDER = Path.of("target/bench-visits");
    private static final String COLUMNS = "provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality, kind,"
            + " visit_date, planned_start, planned_end, actual_start, actual_end, workers, status, worker_id, reason, user_minutes,"
            + " import_id, recorded_by, recorded_at, superseded_at, mark";
    private static final int PAGES_A_SECOND = 95;
    private static final String DUCKDB = "2.0.0.1";

    private final Product product;
    private final String token = "pontio_bench_" + System.nanoTime();
    private Connection database;
    private String provider;

    private Visits(Product product) {
        this.product = product;
    }

    public static void main(String[] args) throws Exception {
        List<String> given = List.of(args);
        int rows = given.stream().filter(arg -> arg.startsWith("rows=")).mapToInt(arg -> Integer.parseInt(arg.substring(5))).findFirst().orElse(1_000_000);
        if (!given.contains("keep")) delete(FOLDER);
        if (!given.contains("keep")) {
            try (Product first = Product.in(FOLDER)) {
                first.start(Map.of("PONTIO_JOBS", "off"));
            }
        }
        // The goal for memory is 256 MB, so all that follows is measured within it.
        try (Product small = Product.in(FOLDER, "-XX:+UseSerialGC", "-Xmx256m")) {
            small.start(Map.of("PONTIO_JOBS", "off"));
            Visits bench = new Visits(small);
            bench.connect();
            if (given.contains("wales")) bench.wales();
            bench.imports(rows);
            bench.upkeep();
            bench.reports();
            bench.pages();
        }
    }

    private void connect() throws Exception {
        database = DriverManager.getConnection(product.databaseUrl(), "postgres", product.databasePassword());
        provider = text("select organisation_id from identity.account where username = 'provider-a@pontio.example'");
        try (var insert = database.prepareStatement("""
                insert into visits.token (id, provider_id, name, hash, made_by, made_by_name)
                select gen_random_uuid(), organisation_id, 'bench', ?, id, name from identity.account where username = 'provider-a@pontio.example'""")) {
            insert.setBytes(1, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
            insert.executeUpdate();
        }
        System.out.printf(Locale.ROOT, "%,d visits of the county to begin with%n", number("select count(*) from visits.visit"));
    }

    private record Placed(String ref, LocalDate from, LocalDate until) {}

    private void imports(int rows) throws Exception {
        List<Placed> placed = new ArrayList<>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select package_ref, (first_visit_at at time zone 'Europe/London')::date + 1, coalesce(ended_on, current_date) - 1"
                        + " from placements.report_placement where provider_id = '" + provider + "' and status <> 'REVOKED'"
                        + " and coalesce(ended_on, current_date) - 2 > (first_visit_at at time zone 'Europe/London')::date + 1 order by 1")) {
            while (row.next()) placed.add(new Placed(row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
        }
        // A server just started is measured once it has read a file.
        Path warm = FOLDER.resolve("warm.csv");
        write(warm, 100_000, placed, "B0", 0);
        take(warm, "to warm up");
        String run = "B" + System.currentTimeMillis() % 1_000_000;
        Path file = FOLDER.resolve("rows.csv");
        write(file, rows, placed, run, 0);
        System.out.printf(Locale.ROOT, "file: %,d rows, %,d MB, every hundredth faulty; %d packages%n", rows, Files.size(file) >> 20, placed.size());

        AtomicLong peak = new AtomicLong();
        AtomicBoolean over = new AtomicBoolean();
        Thread memory = Thread.ofPlatform().daemon().start(() -> {
            while (!over.get()) {
                try {
                    peak.accumulateAndGet(product.memory(), Math::max);
                    Thread.sleep(100);
                } catch (IOException | InterruptedException e) {
                    return;
                }
            }
        });
        Product.Cpu before = product.cpu();
        double first = take(file, "first import");
        Product.Cpu after = product.cpu();
        long good = number("select count(*) from visits.visit where provider_visit_id like '" + run + "-%'");
        double copy = copy(run);
        double again = take(file, "the same file again");
        over.set(true);
        memory.join();
        System.out.printf(Locale.ROOT, "import: %.1f CPU-s server + %.1f CPU-s database; COPY of its %,d good rows %.1f s%n",
                after.server() - before.server(), after.database() - before.database(), good, copy);
        goal("I1 whole import / COPY into the same indexed table", copy / first * rows / good, ">= 0.5", copy / first * rows / good >= 0.5);
        goal("I1 rows a second", rows / first, "-", true);
        goal("I2 the same file again / first import", again / first, "<= 0.7", again <= 0.7 * first);
        goal("I3 resident memory of the server, MB, -Xmx256m", peak.get(), "passes", true);
        if (number("select count(*) from visits.visit where provider_visit_id like '" + run + "-%'") != good)
            throw new IllegalStateException("the same file again changed something");

        Path corrections = FOLDER.resolve("corrections.csv");
        int corrected = Math.min(rows, 100_000);
        write(corrections, corrected, placed, run, rows);
        double seconds = take(corrections, "corrections");
        long differences = differences();
        System.out.printf(Locale.ROOT, "%,d visits superseded in %.1f s%n", number("select count(*) from visits.visit where superseded_at is not null and provider_visit_id like '" + run + "-%'"), seconds);
        goal("R3 differences of sums from visits after corrections", differences, "0", differences == 0);
    }

    /** @param of if not 0, numbers are drawn from so many earlier ones, and what is said about them is new */
    private static void write(Path file, int rows, List<Placed> placed, String run, int of) throws IOException {
        SplittableRandom dice = new SplittableRandom(7 + of);
        int[] numbers = of == 0 ? null : dice.ints(0, of).distinct().limit(rows).toArray();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("provider_visit_id,package_ref,visit_date,planned_start,planned_end,actual_start,actual_end,workers,status,worker_id,reason\n");
            for (int i = 0; i < rows; i++) {
                int number = numbers == null ? i : numbers[i];
                Placed one = placed.get(of == 0 ? (int) ((long) i * placed.size() / rows) : dice.nextInt(placed.size()));
                long days = one.from.until(one.until, java.time.temporal.ChronoUnit.DAYS);
                LocalDate day = one.from.plusDays(dice.nextLong(days + 1));
                int start = 420 + dice.nextInt(800);
                int length = 15 + 15 * dice.nextInt(4);
                int came = start + dice.nextInt(25) - 9;
                int left = came + length + dice.nextInt(7) - 3;
                boolean faulty = of == 0 && i % 100 == 99;
                boolean missed = dice.nextInt(300) == 0;
                out.write(run + "-" + number + "," + (faulty ? "PKG-0000-0" : one.ref) + "," + day + "," + clock(start) + "," + clock(start + length) + ","
                        + (missed ? "," : clock(came) + "," + clock(left)) + "," + (dice.nextInt(100) < 18 ? 2 : 1) + ","
                        + (missed ? "MISSED" : "DELIVERED") + ",C" + dice.nextInt(90) + "," + (missed ? "Worker ill" : "") + "\n");
            }
        }
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    /** Through the address for call-monitoring systems: sent, read, confirmed, done. */
    private double take(Path file, String name) throws Exception {
        long begin = System.nanoTime();
        String answer = post("/api/visits/imports", HttpRequest.BodyPublishers.ofFile(file), 201);
        String ref = Product.found("\"ref\":\"([^\"]+)\"", answer);
        await(ref, "READING", "CHECKED");
        double read = (System.nanoTime() - begin) / 1e9;
        post("/api/visits/imports/" + ref + "/confirmation", HttpRequest.BodyPublishers.noBody(), 202);
        await(ref, "WORKING", "DONE");
        double all = (System.nanoTime() - begin) / 1e9;
        System.out.printf(Locale.ROOT, "%-24s sent and checked %.1f s, taken over %.1f s: %s%n", name, read, all - read,
                text("select rows_new || ' new, ' || rows_changed || ' changed, ' || rows_same || ' same, ' || rows_bad || ' faulty' from visits.import where ref = '" + ref + "'"));
        return all;
    }

    private void await(String ref, String while_, String then) throws Exception {
        String status = while_;
        while (status.equals(while_)) {
            Thread.sleep(20);
            status = text("select status from visits.import where ref = '" + ref + "'");
        }
        if (!status.equals(then)) throw new IllegalStateException(ref + " is " + status + " " + text("select coalesce(failure, '') from visits.import where ref = '" + ref + "'"));
    }

    private String post(String path, HttpRequest.BodyPublisher body, int expected) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(product.uri(path)).header("Authorization", "Bearer " + token)
                    .header("Content-Type", "text/csv").POST(body).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
            return answer.body();
        }
    }

    /** The same rows, by COPY, into a table that differs only in that nothing follows. */
    private double copy(String run) throws Exception {
        Path rows = FOLDER.resolve("rows.copy");
        var copy = database.unwrap(PGConnection.class).getCopyAPI();
        try (var out = new BufferedOutputStream(Files.newOutputStream(rows), 1 << 20)) {
            copy.copyOut("copy (select " + COLUMNS + " from visits.visit where provider_visit_id like '" + run + "-%' order by id) to stdout", out);
        }
        twin();
        execute("checkpoint");
        long begin = System.nanoTime();
        try (var in = new BufferedInputStream(Files.newInputStream(rows), 1 << 20)) {
            copy.copyIn("copy bench.visit (" + COLUMNS + ") from stdin", in, 1 << 16);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Files.delete(rows);
        return seconds;
    }

    private void twin() throws SQLException {
        execute("drop schema if exists bench cascade");
        execute("create schema bench");
        execute("create table bench.visit (like visits.visit including all) partition by range (visit_date)");
        execute("create table bench.standing (like visits.standing including all)");
        execute("""
                do $$ declare m date; begin
                for m in select to_date(substr(c.relname, 7), 'YYYY_MM') from pg_inherits i join pg_class c on c.oid = i.inhrelid
                    where i.inhparent = 'visits.visit'::regclass loop
                  execute format('create table bench.%I partition of bench.visit for values from (%L) to (%L)',
                    'visit_' || to_char(m, 'YYYY_MM'), m, (m + interval '1 month')::date);
                end loop; end $$""");
    }

    private long differences() throws SQLException {
        return number("""
                with raw as (
                    select c.period, c.starts_on, v.locality, v.provider_id, v.kind, v.care_package_id, v.person_id as person_key,
                        sum(v.user_minutes) as user_minutes, sum(v.user_minutes * v.workers) as carer_minutes, count(*) as visits,
                        count(*) filter (where v.by_hand) as by_hand
                    from visits.visit v cross join lateral (values ('MONTH', date_trunc('month', v.visit_date::timestamp)::date),
                        ('WEEK', date_trunc('week', v.visit_date::timestamp)::date)) c (period, starts_on)
                    where v.superseded_at is null and v.status in ('DELIVERED', 'UNPLANNED') group by 1, 2, 3, 4, 5, 6, 7),
                area as (select period, starts_on, locality, provider_id, kind, sum(user_minutes) as user_minutes,
                    sum(carer_minutes) as carer_minutes, sum(visits) as visits, count(distinct person_key) as people from raw group by 1, 2, 3, 4, 5)
                select (select count(*) from raw full join visits.delivered d using (period, starts_on, locality, provider_id, kind, care_package_id, person_key)
                        where (raw.user_minutes, raw.carer_minutes, raw.visits, raw.by_hand)
                            is distinct from (d.user_minutes, d.carer_minutes, d.visits, d.by_hand))
                     + (select count(*) from area full join visits.delivered_area d using (period, starts_on, locality, provider_id, kind)
                        where (area.user_minutes, area.carer_minutes, area.visits, area.people)
                            is distinct from (d.user_minutes, d.carer_minutes, d.visits, d.people))""");
    }

    /** A week of the whole county, with what follows and without. */
    private void upkeep() throws Exception {
        database.setAutoCommit(false);
        double[] plain = new double[5];
        double[] followed = new double[5];
        String week = "from visits.visit where visit_date >= date_trunc('week', current_date::timestamp)::date - 14 and visit_date < date_trunc('week', current_date::timestamp)::date - 7 and superseded_at is null";
        String columns = COLUMNS.replace("superseded_at, ", "");
        String values = columns.replace("provider_visit_id", "provider_visit_id || '/again'");
        execute("create temp table week on commit preserve rows as select " + values.replace("|| '/again'", "|| '/again' as provider_visit_id") + " " + week);
        execute("analyze week");
        database.commit();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = timed("insert into bench.visit (" + columns + ") select " + columns + " from week",
                    "insert into bench.standing select provider_id, provider_visit_id, visit_date, 0, mark from week");
            followed[i] = timed("insert into visits.visit (" + columns + ") select " + columns + " from week");
        }
        database.setAutoCommit(true);
        Arrays.sort(plain);
        Arrays.sort(followed);
        System.out.printf(Locale.ROOT, "a week of %,d visits: plain insert %.0f ms, with all sums %.0f ms%n", number("select count(*) from week"), plain[2] * 1000, followed[2] * 1000);
        goal("R3 extra time of the sums / plain insert", followed[2] / plain[2] - 1, "<= 0.5", followed[2] <= 1.5 * plain[2]);
    }

    private double timed(String... statements) throws SQLException {
        long begin = System.nanoTime();
        for (String one : statements) execute(one);
        double seconds = (System.nanoTime() - begin) / 1e9;
        database.rollback();
        return seconds;
    }

    private void reports() throws Exception {
        fiveYears();
        String rolled = "select starts_on, locality, provider_id, sum(user_minutes), sum(carer_minutes), sum(people) from visits.report_delivered_area"
                + " where period = 'MONTH' and starts_on >= $from group by 1, 2, 3 order by 1, 2, 3";
        String from = "date_trunc('month', current_date::timestamp)::date - interval '60 months'";
        String month = "date_trunc('month', current_date::timestamp)::date - interval '1 month'";
        double report = median(rolled.replace("$from", from));
        double one = median(rolled.replace("$from", month + " and starts_on < " + month + " + interval '1 month'"));
        String naive = "select date_trunc('month', visit_date::timestamp)::date, locality, provider_id, sum(user_minutes), sum(carer_minutes), count(distinct person_key)"
                + " from visits.report_visit where status in ('DELIVERED', 'UNPLANNED') and visit_date >= " + from + " group by 1, 2, 3 order by 1, 2, 3";
        long begin = System.nanoTime();
        List<String> expected = rows(naive);
        double plain = (System.nanoTime() - begin) / 1e6;
        System.out.printf(Locale.ROOT, "five years, %,d visits, %,d lines: from the sums %.1f ms, plain SQL %.0f ms%n",
                number("select count(*) from visits.report_visit where status in ('DELIVERED', 'UNPLANNED')"), expected.size(), report, plain);
        goal("R1 lines that differ from plain SQL", rows(rolled.replace("$from", from)).equals(expected) ? 0 : 1, "0", rows(rolled.replace("$from", from)).equals(expected));
        Double duck = duckdb(expected.size());
        if (duck == null) goal("R1 report / plain SQL (no DuckDB here)", report / plain, "<= 0.02", report <= 0.02 * plain);
        else goal("R1 report / DuckDB on the same rows", report / duck, "<= 0.5", report <= 0.5 * duck);
        goal("R2 one month, ms", one, "<= 5", one <= 5);
    }

    /** The county's months once more before its first, until there are sixty. */
    private void fiveYears() throws SQLException {
        for (int back = 26; back < 60; back += 26) {
            String shifted = "(visit_date - interval '" + back + " months')::date";
            execute("select visits.open_month(m::date) from generate_series(date_trunc('month', current_date::timestamp) - interval '84 months', current_date, interval '1 month') m");
            if (number("select count(*) from (select from visits.visit where provider_visit_id like '%/" + back + "' limit 1) x") > 0) continue;
            for (long at = 0, last = number("select max(id) from visits.visit"); at <= last; at += 300_000)
                execute("insert into visits.visit (" + COLUMNS.replace("superseded_at, mark", "mark") + ") select " + COLUMNS.replace("superseded_at, mark", "null::bigint")
                        .replace("provider_visit_id", "provider_visit_id || '/" + back + "'").replace(" visit_date,", " " + shifted + ",")
                        + " from visits.visit where id >= " + at + " and id < " + (at + 300_000) + " and superseded_at is null and provider_visit_id not like '%/%'"
                        + " and provider_visit_id not like 'B%' and " + shifted + " >= current_date - interval '60 months'");
        }
        execute("vacuum analyze visits.visit, visits.delivered, visits.delivered_area");
    }

    private Double duckdb(int lines) throws Exception {
        Path jar = Path.of(System.getProperty("user.home"), ".m2/repository/org/duckdb/duckdb_jdbc/" + DUCKDB + "/duckdb_jdbc-" + DUCKDB + ".jar");
        if (!Files.exists(jar)) new ProcessBuilder("./mvnw", "-q", "-B", "dependency:get", "-Dartifact=org.duckdb:duckdb_jdbc:" + DUCKDB).redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("duckdb.log").toFile()).start().waitFor();
        if (!Files.exists(jar)) return null;
        Path csv = FOLDER.resolve("visits.csv").toAbsolutePath();
        try (var out = new BufferedOutputStream(Files.newOutputStream(csv), 1 << 20)) {
            database.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select visit_date, locality, provider_id, person_key, user_minutes, carer_minutes"
                    + " from visits.report_visit where status in ('DELIVERED', 'UNPLANNED') and visit_date >= date_trunc('month', current_date::timestamp)::date - interval '60 months') to stdout (format csv, header)", out);
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, Visits.class.getClassLoader())) {
            java.sql.Driver driver = (java.sql.Driver) Class.forName("org.duckdb.DuckDBDriver", true, loader).getDeclaredConstructor().newInstance();
            try (Connection duck = driver.connect("jdbc:duckdb:", new java.util.Properties()); var statement = duck.createStatement()) {
                statement.execute("set threads = " + Runtime.getRuntime().availableProcessors());
                statement.execute("create table visit as select visit_date, locality, provider_id::uuid as provider_id, person_key::uuid as person_key, user_minutes, carer_minutes from read_csv('" + csv + "')");
                double[] times = new double[7];
                for (int i = 0; i < times.length; i++) {
                    long begin = System.nanoTime();
                    int found = 0;
                    try (var row = statement.executeQuery("select date_trunc('month', visit_date) as month, locality, provider_id, sum(user_minutes), sum(carer_minutes), count(distinct person_key) from visit group by all order by all")) {
                        while (row.next()) found++;
                    }
                    times[i] = (System.nanoTime() - begin) / 1e6;
                    if (found != lines) throw new IllegalStateException("DuckDB has " + found + " lines");
                }
                Arrays.sort(times);
                System.out.printf(Locale.ROOT, "DuckDB %s on the same rows: %.1f ms%n", DUCKDB, times[3]);
                return times[3];
            }
        } finally {
            Files.deleteIfExists(csv);
        }
    }

    /** Signed-in pages at a fixed rate, whatever the answers, beside a day's import. */
    private void pages() throws Exception {
        String cookie = product.signIn("broker@pontio.example");
        String list = product.page("/en/packages?status=LIVE", cookie);
        List<String> paths = List.of("/en/packages?status=LIVE", Product.found("href=\"(/en/packages/PKG-[^\"/]+)\"", list), "/en/waiting-list", "/en/desk");
        for (int i = 0; i < 100; i++) for (String path : paths) product.page(path, cookie);
        int seconds = 30;
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        AtomicInteger errors = new AtomicInteger();
        Path day = FOLDER.resolve("day.csv");
        try (HttpClient client = HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
                var clock = Executors.newScheduledThreadPool(2)) {
            AtomicInteger sent = new AtomicInteger();
            var beat = clock.scheduleAtFixedRate(() -> {
                int n = sent.getAndIncrement();
                if (n >= PAGES_A_SECOND * seconds) return;
                long begin = System.nanoTime();
                client.sendAsync(HttpRequest.newBuilder(product.uri(paths.get(n % paths.size()))).header("Cookie", cookie).build(), HttpResponse.BodyHandlers.discarding())
                        .whenComplete((answer, failure) -> {
                            if (failure != null || answer.statusCode() != 200) errors.incrementAndGet();
                            times.add(System.nanoTime() - begin);
                        });
            }, 0, 1_000_000_000L / PAGES_A_SECOND, TimeUnit.NANOSECONDS);
            Thread.sleep(5000);
            try (var statement = database.createStatement(); var out = Files.newBufferedWriter(day); var row = statement.executeQuery("""
                    select 'DAY-' || v.id || ',' || p.package_ref || ',' || v.visit_date || ',,,' || to_char(v.actual_start at time zone 'Europe/London', 'HH24:MI')
                        || ',' || to_char(v.actual_end at time zone 'Europe/London', 'HH24:MI') || ',1,DELIVERED,,'
                    from visits.visit v join placements.report_placement p on p.id = v.placement_id
                    where v.provider_id = '%s' and v.visit_date >= current_date - 10 and v.status = 'DELIVERED' and v.superseded_at is null and v.provider_visit_id not like 'B%%'
                    order by v.id limit 3500""".formatted(provider))) {
                out.write("provider_visit_id,package_ref,visit_date,planned_start,planned_end,actual_start,actual_end,workers,status,worker_id,reason\n");
                while (row.next()) out.write(row.getString(1) + "\n");
            }
            double taken = take(day, "a day's visits meanwhile");
            while (times.size() < PAGES_A_SECOND * seconds) Thread.sleep(50);
            beat.cancel(false);
            long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(Locale.ROOT, "%d pages a second for %d s over %,d visits: p50 %.1f ms, p99 %.1f ms%n", PAGES_A_SECOND, seconds,
                    number("select count(*) from visits.visit"), sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * .99)] / 1e6);
            goal("N1 p99 at 95 pages a second beside an import, ms", sorted[(int) (sorted.length * .99)] / 1e6, "<= 200", sorted[(int) (sorted.length * .99)] <= 200_000_000L);
            goal("N1 errors", errors.get(), "0", errors.get() == 0);
            goal("N1 a day's import, s", taken, "<= 2", taken <= 2);
        }
    }

    /** Twenty-one counties more, with ids of their own, straight into the months; then sums over all. */
    private void wales() throws SQLException {
        fiveYears();
        long county = number("select count(*) from visits.visit");
        int copies = (int) Math.max(0, 73_000_000 / county - 1);
        String other = COLUMNS.replace("superseded_at, mark", "mark");
        List<String> parts = new ArrayList<>();
        try (var statement = database.createStatement(); var row = statement.executeQuery("select inhrelid::regclass::text from pg_inherits where inhparent = 'visits.visit'::regclass order by 1")) {
            while (row.next()) parts.add(row.getString(1));
        }
        for (String part : parts) {
            execute("create temp table month as select " + other + " from " + part + " where superseded_at is null");
            for (int n = 1; n <= copies; n++) {
                String values = other.replace("provider_visit_id", "'W" + n + "-' || provider_visit_id").replace(" mark", " null::bigint");
                for (String id : List.of("provider_id", "placement_id", "care_package_id", "person_id"))
                    values = values.replaceFirst("(^| )" + id + ",", "$1overlay(" + id + "::text placing '%04x' from 1 for 4)::uuid,".formatted(n));
                execute("insert into " + part + " (id, " + other + ") overriding system value select nextval(pg_get_serial_sequence('visits.visit', 'id')), " + values + " from month");
            }
            execute("drop table month");
            System.out.printf("%s%n", part);
        }
        execute("insert into visits.standing select provider_id, provider_visit_id, visit_date, id, mark from visits.visit where superseded_at is null and provider_visit_id like 'W%' on conflict do nothing");
        execute("truncate visits.delivered, visits.delivered_area");
        execute("""
                insert into visits.delivered (period, starts_on, care_package_id, provider_id, kind, locality, person_key, user_minutes, carer_minutes, visits)
                select c.period, c.starts_on, v.care_package_id, v.provider_id, v.kind, v.locality, v.person_id, sum(v.user_minutes), sum(v.carer_minutes), count(*)
                from visits.visit v cross join lateral (values ('MONTH', date_trunc('month', v.visit_date::timestamp)::date),
                    ('WEEK', date_trunc('week', v.visit_date::timestamp)::date)) c (period, starts_on)
                where v.superseded_at is null and v.status in ('DELIVERED', 'UNPLANNED') group by 1, 2, 3, 4, 5, 6, 7""");
        execute("""
                insert into visits.delivered_area select period, starts_on, locality, provider_id, kind, sum(user_minutes), sum(carer_minutes),
                    sum(visits), count(distinct person_key) from visits.delivered group by 1, 2, 3, 4, 5""");
        execute("vacuum analyze visits.visit, visits.standing, visits.delivered, visits.delivered_area");
    }

    private double median(String sql) throws SQLException {
        double[] times = new double[9];
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            rows(sql);
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        return times[4];
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = database.createStatement(); var row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= columns; i++) line.append(row.getString(i)).append(';');
                rows.add(line.toString());
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var statement = database.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = database.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void goal(String name, double figure, String goal, boolean reached) {
        System.out.printf(Locale.ROOT, "%-58s %10.3f   goal %-8s %s%n", name, figure, goal, goal.equals("-") ? "" : reached ? "reached" : "NOT reached");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (Path one : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }
}
