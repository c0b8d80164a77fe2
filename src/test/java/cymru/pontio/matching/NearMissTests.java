package cymru.pontio.matching;

import static cymru.pontio.matching.MatchingExamples.MORNING;
import static cymru.pontio.matching.MatchingExamples.START;
import static cymru.pontio.matching.MatchingExamples.provider;
import static cymru.pontio.matching.MatchingExamples.spare;
import static cymru.pontio.matching.MatchingExamples.work;
import static cymru.pontio.providers.capacity.Freshness.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.adverts.Criterion;
import cymru.pontio.adverts.Weights;
import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.Training;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Money;
import cymru.pontio.matching.Supplier.Spare;
import cymru.pontio.matching.Supplier.Staff;
import cymru.pontio.matching.Supplier.Standing;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.capacity.PartOfDay;
import cymru.pontio.providers.pledge.PledgeQuality;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each proposal is held against the very change it proposes. */
class NearMissTests {
    private static final Set<String> ALL = Set.of("HOIST", "PEG", "CATHETER");

    @Test
    void proposesTheFirstDayOnWhichOneMoreCouldStart() {
        Work work = work("NO").startingBy(START.plusDays(2));
        Market market = market(starting(1), starting(4), starting(6), starting(6));
        assertThat(changes(market, work))
                .contains(new Change.StartBy(START.plusDays(4)), new Change.StartBy(START.plusDays(6)));
        assertThat(found(market, work, new Change.StartBy(START.plusDays(6))).count())
                .isEqualTo(3);
    }

    @Test
    void proposesWhatTheDearerArePaid() {
        Work work = work("NO").payingUpTo(Money.of("25.00"));
        Market market = market(paid(2400), paid(2750));
        assertThat(changes(market, work)).contains(new Change.Ceiling(Money.of("27.50")));
    }

    @Test
    void proposesTheWindowThatReachesTheNextPartOfTheDay() {
        int[] lunches = new int[Spare.SLOTS];
        lunches[Spare.index(PartOfDay.LUNCH, 1)] = 210;
        Market market = market(declared(new Spare(FRESH, START, Map.of("newtown", lunches))));
        AskedCall call = critical(LocalTime.of(7, 0), LocalTime.of(9, 0));
        assertThat(changes(market, work("NO").with(call)))
                .contains(new Change.Window(call, LocalTime.of(7, 0), LocalTime.of(11, 0)));
    }

    @Test
    void neverProposesAgainstALanguageOrAgainstThePersonsWill() {
        ProviderView english = view(false, true, ALL, "newtown");
        Work refused =
                Work.of(MatchingExamples.advert("NEED"), Set.of(provider("80").id()), Set.of());
        assertThat(NearMisses.of(market(Supplier.of(english)), refused)).isEmpty();
    }

    @Test
    void proposesNothingThatBringsNobody() {
        assertThat(NearMisses.of(market(starting(1)), work("NO"))).isEmpty();
    }

    /**
     * A thousand counties made at random: whoever a proposal names may have the work once it is so, may not as it is, and
     * nobody is left out. Seeded fault: count those who might have had it anyway.
     */
    @Test
    void eachProposalBringsExactlyWhomItNames() {
        Random random = new Random(5);
        int proposals = 0;
        for (int county = 0; county < 1000; county++) {
            Market market = randomMarket(random);
            Work work = randomWork(random);
            Set<UUID> before = eligible(market, work);
            for (NearMiss one : NearMisses.of(market, work)) {
                Set<UUID> after = eligible(market, one.change().applied(work));
                after.removeAll(before);
                assertThat(one.gained())
                        .extracting(Supplier::id)
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(after);
                proposals++;
            }
        }
        assertThat(proposals).as("enough to mean something").isGreaterThan(500);
    }

    /** And each flip makes its provider the first, where a little less does not. */
    @Test
    void eachFlipMakesFirstAndALittleLessDoesNot() {
        Random random = new Random(9);
        int flips = 0;
        for (int county = 0; county < 60; county++) {
            Market market = randomMarket(random);
            Work work = randomWork(random).weighing(Weights.DEFAULT);
            List<Fit> ranked = market.rank(work);
            for (Fit fit :
                    ranked.stream().filter(Fit::eligible).skip(1).limit(4).toList())
                for (Flip flip : new Flips(market, work, 1500).of(fit)) {
                    flips++;
                    assertThat(firstWith(market, work, fit.supplier(), flip, 0))
                            .isEqualTo(fit.supplier().id());
                    if (flip.criterion() == Criterion.PRICE || flip.criterion() == Criterion.START)
                        assertThat(flip.value() + 1 >= now(fit, flip)
                                        || !firstWith(market, work, fit.supplier(), flip, 1)
                                                .equals(fit.supplier().id()))
                                .isTrue();
                }
        }
        assertThat(flips).as("enough to mean something").isGreaterThan(40);
    }

    private static int now(Fit fit, Flip flip) {
        return flip.criterion() == Criterion.PRICE
                ? fit.expectedPence()
                : fit.supplier().leadDays();
    }

    private static UUID firstWith(Market market, Work work, Supplier one, Flip flip, int more) {
        int value = flip.value() + more;
        Market changed = switch (flip.criterion()) {
            case PRICE -> market.with(one.paid("newtown", value));
            case START -> market.with(one.starting(value));
            case CAPACITY -> market.with(one.declaring("newtown", work.calls(), START));
            case QUALITY -> market.withRating(one.id(), value);
            case WINDOWS, CONTINUITY, WELSH, RUN -> throw new AssertionError(flip);
        };
        return changed.rank(work).getFirst().supplier().id();
    }

    private static Set<UUID> eligible(Market market, Work work) {
        return market.judge(work).stream()
                .filter(Fit::eligible)
                .map(fit -> fit.supplier().id())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Market randomMarket(Random random) {
        List<Supplier> suppliers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Set<String> training = new HashSet<>(ALL);
            if (random.nextInt(3) == 0) training.remove("PEG");
            ProviderView view = view(
                    random.nextInt(4) > 0,
                    random.nextInt(4) > 0,
                    training,
                    random.nextInt(6) == 0 ? "brecon" : "newtown");
            int[] slots = new int[Spare.SLOTS];
            for (int slot = 0; slot < slots.length; slot++) slots[slot] = 15 * random.nextInt(30);
            Spare spare = random.nextInt(4) == 0 ? Spare.NONE : new Spare(FRESH, START, Map.of("newtown", slots));
            Staff staff = new Staff(3, random.nextInt(2), random.nextInt(2), random.nextInt(2), 1);
            suppliers.add(new Supplier(
                    view,
                    spare,
                    Map.of("newtown", staff),
                    Map.of("newtown", new Standing(60 * random.nextInt(40), 2000 + random.nextInt(1000))),
                    random.nextInt(12),
                    Supplier.Leaving.NOTHING));
        }
        return market(suppliers.toArray(Supplier[]::new));
    }

    private static Work randomWork(Random random) {
        Work usual = work(random.nextInt(4) == 0 ? "NEED" : "NO");
        List<AskedCall> calls = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Band band = Band.values()[random.nextInt(4)];
            LocalTime from = PartOfDay.valueOf(band.name()).from().plusMinutes(30);
            calls.add(new AskedCall(
                    new UUID(1, i),
                    "12345",
                    band,
                    random.nextBoolean() ? from : null,
                    null,
                    30,
                    1 + random.nextInt(2),
                    random.nextBoolean(),
                    random.nextInt(3) == 0 ? WorkerGender.FEMALE_NEEDED : WorkerGender.ANY));
        }
        List<AskedCall> sound = calls.stream()
                .map(call -> call.from() == null
                        ? call
                        : call.within(call.from(), call.from().plusHours(1)))
                .toList();
        return new Work(
                usual.carePackage(),
                usual.ref(),
                usual.lot(),
                "newtown",
                random.nextBoolean() ? Set.of(Training.PEG) : Set.of(),
                usual.welsh(),
                START,
                START.plusDays(random.nextInt(10)),
                Money.of("" + (22 + random.nextInt(9))),
                Weights.DEFAULT,
                sound,
                Set.of(),
                Set.of());
    }

    private static NearMiss found(Market market, Work work, Change change) {
        return NearMisses.of(market, work).stream()
                .filter(one -> one.change().equals(change))
                .findFirst()
                .orElseThrow();
    }

    private static List<Change> changes(Market market, Work work) {
        return NearMisses.of(market, work).stream().map(NearMiss::change).toList();
    }

    private static AskedCall critical(LocalTime from, LocalTime until) {
        AskedCall call = work("NO").calls().stream()
                .filter(one -> one.id().equals(MORNING))
                .findFirst()
                .orElseThrow();
        return new AskedCall(call.id(), call.days(), call.band(), from, until, 30, 1, true, call.gender());
    }

    private static Market market(Supplier... suppliers) {
        return Market.of(START, List.of(suppliers), PledgeQuality.NONE);
    }

    private static Supplier starting(@Nullable Integer days) {
        return new Supplier(provider("80"), spare(FRESH, 999, 999), Map.of(), Map.of(), days, Supplier.Leaving.NOTHING);
    }

    private static Supplier paid(int pence) {
        return new Supplier(
                provider("80"),
                Spare.NONE,
                Map.of(),
                Map.of("newtown", new Standing(60, pence)),
                null,
                Supplier.Leaving.NOTHING);
    }

    private static Supplier declared(Spare spare) {
        return new Supplier(provider("80"), spare, Map.of(), Map.of(), null, Supplier.Leaving.NOTHING);
    }

    private static ProviderView view(boolean welsh, boolean doubleHanded, Set<String> training, String patch) {
        ProviderView usual = provider("80");
        return new ProviderView(
                UUID.randomUUID(),
                usual.ref(),
                usual.name(),
                usual.kind(),
                usual.accreditedUntil(),
                Embargo.NONE,
                usual.regulatorScore(),
                usual.councilScore(),
                usual.kpiScore(),
                doubleHanded,
                welsh,
                training,
                Set.of(patch));
    }
}
