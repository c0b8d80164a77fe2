import cymru.pontio.adverts.Weights;
import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.Training;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Money;
import cymru.pontio.matching.AskedCall;
import cymru.pontio.matching.Fit;
import cymru.pontio.matching.Market;
import cymru.pontio.matching.Supplier;
import cymru.pontio.matching.Work;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.capacity.Freshness;
import cymru.pontio.providers.pledge.PledgeQuality;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Ranks providers for one package with all hard rules and points, bench/run rank: median CPU microseconds of a full ranking of
 * facts that were read before, and of judging whole waiting lists. Beside it, in the same run, the CPU that PostgreSQL takes for
 * one prepared statement that ranks the same number of providers by the same facts, with the rules each breaks, and gives the
 * first ten.
 */
final class Rank {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final List<String> PLACES = List.of(
            "newtown",
            "brecon",
            "builth",
            "hay",
            "knighton",
            "llandrindod",
            "welshpool",
            "llanfair",
            "llanfyllin",
            "llanidloes",
            "machynlleth",
            "crickhowell",
            "ystradgynlais");
    private static long sink;

    public static void main(String[] args) throws Exception {
        SplittableRandom dice = new SplittableRandom(7);
        Market warm = market(600, dice);
        List<Work> works = works(2_000, dice);
        for (int i = 0; i < 3_000; i++)
            sink += warm.rank(works.get(i % works.size())).size();
        try (Product product = Product.in(Path.of("target/bench-rank"))) {
            product.start(Map.of("PONTIO_DEMO_SIZE", "off", "PONTIO_JOBS", "off"));
            try (Connection database =
                    DriverManager.getConnection(product.databaseUrl(), "postgres", product.databasePassword())) {
                System.out.println("providers  rank one, CPU us   SQL, CPU us   ratio   with every reason of all, us");
                for (int count : new int[] {60, 600, 6_000}) {
                    Market market = market(count, dice);
                    long rank = median(market, works, false);
                    long reasons = median(market, works, true);
                    long sql = sql(database, market, works);
                    System.out.printf(
                            "%9d  %16d   %11d   %.2f    %d%n", count, rank, sql, (double) rank / sql, reasons);
                }
            }
        }
        Market county = market(60, dice);
        for (int packages : new int[] {100, 2_000}) {
            long began = cpu();
            for (Work work : works.subList(0, packages))
                for (Fit fit : county.judge(work)) sink += fit.brokenRules() + fit.thousandths();
            System.out.printf("judge %d x 60: %.1f CPU ms%n", packages, (cpu() - began) / 1e6);
        }
        if (sink == 42) System.out.println();
    }

    private static final String RANKED = """
            with fit as (
                select p.id, s.pence,
                    array_remove(array[
                        case when p.accredited_until < ?::date then 'ACCREDITED' end,
                        case when p.embargo <> 'NONE' then 'NOT_EMBARGOED' end,
                        case when not ? = any (p.lots) then 'LOT' end,
                        case when not ? = any (p.patches) then 'PATCH' end,
                        case when ? and not p.double_handed then 'DOUBLE_HANDED' end,
                        case when not p.training @> ?::text[] then 'TRAINING' end,
                        case when ? and not p.welsh then 'WELSH' end,
                        case when p.lead_days > ? then 'START' end,
                        case when s.pence > ? then 'ENVELOPE' end], null) as broken,
                    ? * coalesce(p.rating, 75) / 100.0 + ? * greatest(0, 7 - p.lead_days) / 7.0
                        + ? * (? or p.welsh)::int + ? * least(coalesce(s.running, 0), 1800) / 1800.0 as points
                from bench_provider p left join bench_patch s on s.provider_id = p.id and s.patch = ?)
            select id, broken, points + ? * coalesce((select min(pence) from fit where broken = '{}')::numeric / pence, 1) as total
            from fit order by cardinality(broken), 3 desc, id limit 10""";

    /** Facts in two tables with keys, as a database would have them. */
    private static long sql(Connection database, Market market, List<Work> works) throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    drop table if exists bench_patch, bench_provider;
                    create table bench_provider (id uuid primary key, accredited_until date, embargo text, lots text[], patches text[],
                        double_handed boolean, training text[], welsh boolean, lead_days int, rating numeric);
                    create table bench_patch (provider_id uuid, patch text, pence int, running int, primary key (provider_id, patch))""");
        }
        try (var one = database.prepareStatement("insert into bench_provider values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                var patch = database.prepareStatement("insert into bench_patch values (?, ?, ?, ?)")) {
            for (Supplier supplier : market.suppliers()) {
                ProviderView view = supplier.provider();
                Object[] values = {
                    view.id(),
                    view.accreditedUntil(),
                    view.embargo().name(),
                    array(database, view.lots()),
                    array(database, view.patches()),
                    view.doubleHanded(),
                    array(database, view.training()),
                    view.welsh(),
                    supplier.leadDays(),
                    view.kpiScore()
                };
                for (int i = 0; i < values.length; i++) one.setObject(i + 1, values[i]);
                one.addBatch();
                for (var now : supplier.now().entrySet()) {
                    patch.setObject(1, view.id());
                    patch.setString(2, now.getKey());
                    patch.setInt(3, now.getValue().pence());
                    patch.setInt(4, now.getValue().minutes());
                    patch.addBatch();
                }
            }
            one.executeBatch();
            patch.executeBatch();
        }
        try (var statement = database.createStatement()) {
            statement.execute("analyze bench_provider; analyze bench_patch");
        }
        try (var backend = database.createStatement().executeQuery("select pg_backend_pid()");
                var ranked = database.prepareStatement(RANKED)) {
            backend.next();
            Path cost = Path.of("/proc/" + backend.getInt(1) + "/schedstat");
            for (int i = 0; i < 50; i++) rank(database, ranked, works.get(i));
            long began = burnt(cost);
            for (int i = 0; i < 301; i++) rank(database, ranked, works.get(i));
            return (burnt(cost) - began) / 301 / 1_000;
        }
    }

    private static void rank(Connection database, PreparedStatement ranked, Work work) throws Exception {
        Weights weights = work.weights();
        List<String> training = work.training().stream().map(Enum::name).toList();
        Object[] values = {
            TODAY,
            work.lot().name(),
            work.locality(),
            work.twoWorkers(),
            array(database, training),
            work.welsh().equals("NEED"),
            (int) (work.startLatest().toEpochDay() - TODAY.toEpochDay()),
            work.ceiling().pounds().movePointRight(2).intValueExact(),
            weights.quality(),
            weights.start(),
            weights.welsh(),
            !work.welsh().equals("NEED"),
            weights.run(),
            work.locality(),
            weights.price()
        };
        for (int i = 0; i < values.length; i++) ranked.setObject(i + 1, values[i]);
        try (var rows = ranked.executeQuery()) {
            while (rows.next()) sink += rows.getArray("broken").hashCode();
        }
    }

    private static java.sql.Array array(Connection database, java.util.Collection<?> values) throws Exception {
        return database.createArrayOf(
                "text", values.stream().map(Object::toString).toArray());
    }

    /** Nanoseconds on a processor. */
    private static long burnt(Path schedstat) throws Exception {
        return Long.parseLong(Files.readString(schedstat).split(" ")[0]);
    }

    /** Of this thread: other work of the machine is not ours. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long median(Market market, List<Work> works, boolean reasons) {
        int runs = 301;
        long[] took = new long[runs];
        for (int i = 0; i < runs; i++) {
            long began = cpu();
            List<Fit> ranked = market.rank(works.get(i));
            if (reasons)
                for (Fit fit : ranked)
                    sink += fit.verdicts().size() + fit.points().size();
            took[i] = cpu() - began;
            sink += ranked.getFirst().thousandths();
        }
        Arrays.sort(took);
        return took[runs / 2] / 1_000;
    }

    private static Market market(int count, SplittableRandom dice) {
        List<Supplier> suppliers = new ArrayList<>();
        for (int i = 0; i < count; i++) suppliers.add(supplier(dice));
        return Market.of(TODAY, suppliers, PledgeQuality.NONE);
    }

    private static Supplier supplier(SplittableRandom dice) {
        Set<String> patches = new HashSet<>();
        for (int i = 1 + dice.nextInt(7); i > 0; i--) patches.add(PLACES.get(dice.nextInt(PLACES.size())));
        Set<String> training = new HashSet<>();
        for (Training one : Training.values()) if (dice.nextInt(3) > 0) training.add(one.name());
        BigDecimal score = dice.nextInt(8) == 0 ? null : BigDecimal.valueOf(50 + dice.nextInt(50));
        ProviderView view = new ProviderView(
                        new UUID(dice.nextLong(), dice.nextLong()),
                        "PRV-0000-0",
                        "An agency",
                        ProviderKind.AGENCY,
                        TODAY.plusDays(dice.nextInt(400) - 20),
                        dice.nextInt(20) == 0 ? Embargo.NEW_WORK : Embargo.NONE,
                        score,
                        score,
                        score,
                        dice.nextInt(4) > 0,
                        dice.nextInt(3) == 0,
                        training,
                        patches)
                .letInFor(Set.of(Lot.SESSIONAL));
        Map<String, int[]> left = new HashMap<>();
        Map<String, Supplier.Staff> staff = new HashMap<>();
        Map<String, Supplier.Standing> now = new HashMap<>();
        for (String patch : patches) {
            int[] slots = new int[Supplier.Spare.SLOTS];
            for (int slot = 0; slot < slots.length; slot++) slots[slot] = 15 * dice.nextInt(40);
            left.put(patch, slots);
            staff.put(patch, new Supplier.Staff(5, dice.nextInt(5), dice.nextInt(2), dice.nextInt(2), dice.nextInt(2)));
            now.put(patch, new Supplier.Standing(dice.nextInt(3_000), 2_200 + dice.nextInt(1_000)));
        }
        Freshness freshness = Freshness.values()[dice.nextInt(3)];
        return new Supplier(
                view,
                new Supplier.Spare(freshness, TODAY, left),
                staff,
                now,
                dice.nextInt(14),
                new Supplier.Leaving(false, Set.of(), Set.of()));
    }

    private static List<Work> works(int count, SplittableRandom dice) {
        List<Work> works = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<AskedCall> calls = new ArrayList<>();
            for (int call = 1 + dice.nextInt(4); call > 0; call--)
                calls.add(new AskedCall(
                        new UUID(i, call),
                        "1234567",
                        Band.values()[dice.nextInt(4)],
                        null,
                        null,
                        30,
                        dice.nextInt(6) == 0 ? 2 : 1,
                        dice.nextInt(5) == 0,
                        dice.nextInt(9) == 0 ? WorkerGender.FEMALE_NEEDED : WorkerGender.ANY));
            works.add(new Work(
                    new PackageId(new UUID(dice.nextLong(), i)),
                    "PKG-0000-0",
                    Lot.SESSIONAL,
                    PLACES.get(dice.nextInt(PLACES.size())),
                    dice.nextInt(3) == 0 ? Set.of(Training.HOIST) : Set.of(),
                    List.of("NEED", "PREFERENCE", "NO", "NO", "NO").get(dice.nextInt(5)),
                    TODAY,
                    TODAY.plusDays(dice.nextInt(30)),
                    Money.of("30.00"),
                    Weights.DEFAULT,
                    calls,
                    Set.of(),
                    Set.of()));
        }
        return works;
    }
}
