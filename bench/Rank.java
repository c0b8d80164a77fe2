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
 * Ranks providers for one package with all hard rules and points, bench/run rank: median CPU microseconds of a full ranking, and
 * of judging whole waiting lists. Facts are loaded before; the goal is what one SQL statement took to rank the same number on
 * the reference machine.
 */
final class Rank {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final List<String> PLACES = List.of(
            "newtown", "brecon", "builth", "hay", "knighton", "llandrindod", "welshpool", "llanfair", "llanfyllin",
            "llanidloes", "machynlleth", "crickhowell", "ystradgynlais");
    private static final Map<Integer, Integer> SQL = Map.of(60, 110, 600, 422, 6000, 3409);
    private static long sink;

    public static void main(String[] args) {
        SplittableRandom dice = new SplittableRandom(7);
        Market warm = market(600, dice);
        List<Work> works = works(2_000, dice);
        for (int i = 0; i < 3_000; i++) sink += warm.rank(works.get(i % works.size())).size();
        System.out.println("providers  rank one, CPU us      SQL, reference us   with every reason of all, us");
        for (int count : new int[] {60, 600, 6_000}) {
            Market market = market(count, dice);
            long rank = median(market, works, false);
            long reasons = median(market, works, true);
            System.out.printf("%9d  %19d   %17d   %d%n", count, rank, SQL.get(count), reasons);
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
            if (reasons) for (Fit fit : ranked) sink += fit.verdicts().size() + fit.points().size();
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
                        new UUID(dice.nextLong(), dice.nextLong()), "PRV-0000-0", "An agency", ProviderKind.AGENCY,
                        TODAY.plusDays(dice.nextInt(400) - 20), dice.nextInt(20) == 0 ? Embargo.NEW_WORK : Embargo.NONE,
                        score, score, score, dice.nextInt(4) > 0, dice.nextInt(3) == 0, training, patches)
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
        return new Supplier(view, new Supplier.Spare(freshness, TODAY, left), staff, now, dice.nextInt(14));
    }

    private static List<Work> works(int count, SplittableRandom dice) {
        List<Work> works = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<AskedCall> calls = new ArrayList<>();
            for (int call = 1 + dice.nextInt(4); call > 0; call--)
                calls.add(new AskedCall(
                        new UUID(i, call), "1234567", Band.values()[dice.nextInt(4)], null, null, 30,
                        dice.nextInt(6) == 0 ? 2 : 1, dice.nextInt(5) == 0,
                        dice.nextInt(9) == 0 ? WorkerGender.FEMALE_NEEDED : WorkerGender.ANY));
            works.add(new Work(
                    new PackageId(new UUID(dice.nextLong(), i)), "PKG-0000-0", Lot.SESSIONAL,
                    PLACES.get(dice.nextInt(PLACES.size())),
                    dice.nextInt(3) == 0 ? Set.of(Training.HOIST) : Set.of(),
                    List.of("NEED", "PREFERENCE", "NO", "NO", "NO").get(dice.nextInt(5)),
                    TODAY, TODAY.plusDays(dice.nextInt(30)), Money.of("30.00"), Weights.DEFAULT, calls, Set.of(), Set.of()));
        }
        return works;
    }
}
