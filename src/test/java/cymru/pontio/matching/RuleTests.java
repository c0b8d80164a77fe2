package cymru.pontio.matching;

import static cymru.pontio.matching.Because.*;
import static cymru.pontio.matching.MatchingExamples.BED;
import static cymru.pontio.matching.MatchingExamples.MORNING;
import static cymru.pontio.matching.MatchingExamples.START;
import static cymru.pontio.matching.MatchingExamples.advert;
import static cymru.pontio.matching.MatchingExamples.provider;
import static cymru.pontio.matching.MatchingExamples.spare;
import static cymru.pontio.matching.MatchingExamples.work;
import static cymru.pontio.providers.capacity.Freshness.FRESH;
import static cymru.pontio.providers.capacity.Freshness.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.adverts.Weights;
import cymru.pontio.carepackages.Training;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Money;
import cymru.pontio.matching.Eligibility.Reason;
import cymru.pontio.matching.Eligibility.Refused;
import cymru.pontio.matching.Supplier.Spare;
import cymru.pontio.matching.Supplier.Staff;
import cymru.pontio.matching.Supplier.Standing;
import cymru.pontio.matching.Verdict.Broken;
import cymru.pontio.matching.Verdict.Kept;
import cymru.pontio.matching.Verdict.Unknown;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each hard rule kept, broken and left open, with the reason it gives. */
class RuleTests {
    private static final ProviderView ABLE = provider("80");
    private static final Supplier.Standing FAIR = new Standing(600, 2500);

    @Test
    void keepsWhoeverBreaksNothing() {
        assertThat(verdicts(work("NEED"), able()))
                .allMatch(Kept.class::isInstance)
                .hasSize(Rule.values().length);
    }

    @Test
    void acceptsOnTheLastDayOfAccreditationAndNotAfter() {
        LocalDate last = ABLE.accreditedUntil();
        Work later = starting(last.minusDays(1), last.plusDays(14));
        assertThat(Rule.ACCREDITED.judge(later, able(), last)).isInstanceOf(Kept.class);
        assertThat(Rule.ACCREDITED.judge(later, able(), last.plusDays(1)))
                .isEqualTo(new Broken(Rule.ACCREDITED, List.of(Cause.of(LAPSED, last))));
    }

    @Test
    void asksWhereAccreditationEndsBeforeCareBegins() {
        LocalDate last = ABLE.accreditedUntil();
        assertThat(because(Rule.ACCREDITED, starting(last.plusDays(1), last.plusDays(9)), able()))
                .containsExactly(LAPSES_BEFORE_START);
    }

    @Test
    void refusesNewWorkUnderEitherEmbargo() {
        for (Embargo embargo : List.of(Embargo.NEW_WORK, Embargo.NEW_WORK_AND_INCREASES)) {
            Supplier stopped = Supplier.of(view(embargo, true, true, Set.of("HOIST"), Set.of("newtown")));
            assertThat(Rule.NOT_EMBARGOED.judge(work("NO"), stopped, START)).isInstanceOf(Broken.class);
        }
    }

    /** Seeded fault: ask only those whose placements a commissioner moves. */
    @Test
    void refusesWhoeverLeavesAndAsksWhoGaveNoticeForThePackage() {
        Work work = work("NO");
        assertThat(because(Rule.NOT_LEAVING, work, leaving(true, Set.of()))).containsExactly(LEAVES);
        Set<UUID> others = Set.of(UUID.randomUUID());
        Set<UUID> own = Set.of(work.carePackage().value());
        assertThat(because(Rule.NOT_LEAVING, work, leaving(false, own))).containsExactly(LEAVES_THIS);
        assertThat(because(Rule.NOT_LEAVING, work, leaving(false, others))).containsExactly(STAYS);
        assertThat(because(Rule.NOT_LEAVING, work, leaving(false, own, own))).containsExactly(TAKEN);
        assertThat(Matching.eligibility(work, leaving(true, others), START))
                .isEqualTo(new Refused(List.of(new Reason("matching.reason.leaves", List.of()))));
    }

    @Test
    void refusesWhoWasNotLetInForTheKindOfWork() {
        assertThat(broken(work("NO"), Supplier.of(ABLE.letInFor(Set.of(Lot.NIGHT, Lot.LIVE_IN)))))
                .containsExactly(Rule.LOT);
        assertThat(broken(work("NO"), Supplier.of(ABLE.letInFor(Set.of(Lot.NIGHT, Lot.SESSIONAL)))))
                .isEmpty();
    }

    @Test
    void refusesOutsideThePatch() {
        Supplier elsewhere = Supplier.of(view(Embargo.NONE, true, true, Set.of("HOIST"), Set.of("brecon")));
        assertThat(broken(work("NO"), elsewhere)).containsExactly(Rule.PATCH);
    }

    @Test
    void refusesSingleHandedProvidersOnlyWhereTwoWorkersAreNeeded() {
        Supplier single = Supplier.of(view(Embargo.NONE, false, true, Set.of("HOIST"), Set.of("newtown")));
        assertThat(broken(work("NO"), single)).containsExactly(Rule.DOUBLE_HANDED);
        Work alone = work("NO");
        for (AskedCall call : alone.calls()) alone = alone.with(call.withOneWorker());
        assertThat(broken(alone, single)).isEmpty();
    }

    @Test
    void namesEachMissingTraining() {
        Work more = training(Set.of(Training.HOIST, Training.PEG, Training.STOMA));
        assertThat(Rule.TRAINING.judge(more, able(), START))
                .isEqualTo(new Broken(
                        Rule.TRAINING,
                        List.of(Cause.of(UNTRAINED, Training.PEG), Cause.of(UNTRAINED, Training.STOMA))));
    }

    @Test
    void takesSigningForALanguageAndNotForATraining() {
        Work signed = training(Set.of(Training.HOIST, Training.BSL));
        assertThat(broken(signed, able())).containsExactly(Rule.SIGN_LANGUAGE);
        Supplier signs = Supplier.of(view(Embargo.NONE, true, true, Set.of("HOIST", "BSL"), Set.of("newtown")));
        assertThat(broken(signed, signs)).isEmpty();
    }

    @Test
    void asksForWelshOnlyWhereItIsNeeded() {
        Supplier english = Supplier.of(view(Embargo.NONE, true, false, Set.of("HOIST"), Set.of("newtown")));
        assertThat(broken(work("PREFERENCE"), english)).isEmpty();
        assertThat(broken(work("NEED"), english)).containsExactly(Rule.WELSH);
    }

    @Test
    void asksWhereTheRegisterHasNoSpeakerInThePatch() {
        Supplier offers = new Supplier(
                ABLE,
                Spare.NONE,
                Map.of("newtown", new Staff(3, 3, 0, 0, 0)),
                Map.of(),
                null,
                Supplier.Leaving.NOTHING);
        assertThat(Rule.WELSH.judge(work("NEED"), offers, START)).isInstanceOf(Unknown.class);
    }

    @Test
    void refusesWhereEverybodyInThePatchIsKnownNotToBeOfTheGenderNeeded() {
        Work women = gender(WorkerGender.FEMALE_NEEDED);
        assertThat(Rule.WORKER_GENDER.judge(women, staffed(new Staff(2, 0, 2, 0, 0)), START))
                .isEqualTo(new Broken(Rule.WORKER_GENDER, List.of(Cause.of(LACKS_GENDER, WorkerGender.FEMALE_NEEDED))));
        assertThat(Rule.WORKER_GENDER.judge(women, staffed(new Staff(2, 1, 1, 0, 0)), START))
                .isInstanceOf(Kept.class);
    }

    /** Seeded fault: break the rule when the register does not say. */
    @Test
    void asksWhereTheRegisterLeavesTheGenderOpen() {
        Work women = gender(WorkerGender.FEMALE_NEEDED);
        assertThat(Rule.WORKER_GENDER.judge(women, staffed(new Staff(2, 0, 1, 1, 0)), START))
                .isInstanceOf(Unknown.class);
        assertThat(Rule.WORKER_GENDER.judge(women, staffed(Staff.NONE), START)).isInstanceOf(Unknown.class);
        assertThat(Rule.WORKER_GENDER.judge(
                        gender(WorkerGender.FEMALE_PREFERRED), staffed(new Staff(2, 0, 2, 0, 0)), START))
                .isInstanceOf(Kept.class);
    }

    @Test
    void holdsUsualStartsAgainstTheLastDayWanted() {
        Work wanted = starting(START, START.plusDays(5));
        assertThat(because(Rule.START, wanted, lead(5))).containsExactly(STARTS_IN_TIME);
        assertThat(because(Rule.START, wanted, lead(6))).containsExactly(STARTS_LATE);
        assertThat(because(Rule.START, wanted, lead(null))).containsExactly(START_UNKNOWN);
        assertThat(because(Rule.START, starting(START.minusDays(30), START.minusDays(1)), lead(6)))
                .containsExactly(START_PASSED);
    }

    @Test
    void holdsWhatIsPaidNowAgainstTheCeiling() {
        Work wanted = work("NO").payingUpTo(Money.of("25.00"));
        assertThat(because(Rule.ENVELOPE, wanted, paid(2500))).containsExactly(WITHIN_CEILING);
        assertThat(because(Rule.ENVELOPE, wanted, paid(2501))).containsExactly(ABOVE_CEILING);
        assertThat(because(Rule.ENVELOPE, wanted, Supplier.of(ABLE))).containsExactly(RATE_UNKNOWN);
    }

    @Test
    void needsFreshSpareHoursForEachTimeCriticalCall() {
        Work critical = critical(null, null);
        assertThat(because(Rule.TIME_CRITICAL, critical, declared(spare(FRESH, 210, 0))))
                .containsExactly(CRITICAL_FITS);
        assertThat(because(Rule.TIME_CRITICAL, critical, declared(spare(FRESH, 209, 999))))
                .containsExactly(CRITICAL_LACKS);
        assertThat(because(Rule.TIME_CRITICAL, critical, declared(spare(STALE, 210, 0))))
                .containsExactly(CRITICAL_UNKNOWN);
        assertThat(because(Rule.TIME_CRITICAL, critical, Supplier.of(ABLE))).containsExactly(CRITICAL_UNKNOWN);
        assertThat(because(Rule.TIME_CRITICAL, work("NO"), declared(spare(FRESH, 0, 0))))
                .containsExactly(NOTHING_CRITICAL);
    }

    @Test
    void letsATimeCriticalCallBeginInEachPartOfTheDayItsWindowReaches() {
        int[] lunches = new int[Spare.SLOTS];
        lunches[Spare.index(cymru.pontio.providers.capacity.PartOfDay.LUNCH, 1)] = 210;
        Supplier atLunch = declared(new Spare(FRESH, START, Map.of("newtown", lunches)));
        assertThat(because(Rule.TIME_CRITICAL, critical(LocalTime.of(9, 0), LocalTime.of(10, 59)), atLunch))
                .containsExactly(CRITICAL_LACKS);
        assertThat(because(Rule.TIME_CRITICAL, critical(LocalTime.of(9, 0), LocalTime.of(11, 0)), atLunch))
                .containsExactly(CRITICAL_FITS);
    }

    /** Seeded fault: let each call take the part of the day with most left, whatever the next one needs. */
    @Test
    void letsTimeCriticalCallsShareThePartsOfTheDayInAnyWayThatWorks() {
        int[] slots = new int[Spare.SLOTS];
        slots[Spare.index(cymru.pontio.providers.capacity.PartOfDay.MORNING, 1)] = 210;
        slots[Spare.index(cymru.pontio.providers.capacity.PartOfDay.LUNCH, 1)] = 211;
        Supplier supplier = declared(new Spare(FRESH, START, Map.of("newtown", slots)));
        AskedCall wide =
                critical(LocalTime.of(9, 0), LocalTime.of(11, 0)).calls().getFirst();
        Work both = work("NO").calling(List.of(wide, atLunch(wide, 30)));
        assertThat(because(Rule.TIME_CRITICAL, both, supplier)).containsExactly(CRITICAL_FITS);
        assertThat(because(Rule.TIME_CRITICAL, both.with(atLunch(wide, 31)), supplier))
                .containsExactly(CRITICAL_LACKS);
    }

    private static AskedCall atLunch(AskedCall like, int minutes) {
        return new AskedCall(
                BED, like.days(), cymru.pontio.carepackages.Band.LUNCH, null, null, minutes, 1, true, like.gender());
    }

    @Test
    void leavesOutWhomThePersonRefused() {
        Work refused = Work.of(advert(), Set.of(ABLE.id()), Set.of());
        assertThat(broken(refused, able())).containsExactly(Rule.REFUSAL);
    }

    /** Seeded fault: stop at the first broken rule. */
    @Test
    void tellsTheProviderAllReasonsAtOnce() {
        ProviderView none = new ProviderView(
                UUID.randomUUID(),
                "PRV-0000-0",
                "None",
                ProviderKind.AGENCY,
                null,
                Embargo.NEW_WORK,
                null,
                null,
                null,
                false,
                false,
                Set.of(),
                Set.of());
        assertThat(Matching.eligibility(work("NEED"), Supplier.of(none), START))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::messageKey)
                                .containsExactly(
                                        "matching.reason.accreditation",
                                        "matching.reason.embargo",
                                        "matching.reason.patch",
                                        "matching.reason.doubleHanded",
                                        "matching.reason.training",
                                        "matching.reason.welsh"));
    }

    /** A bid says itself when it would start, at which rate and at which times. */
    @Test
    void keepsNobodyFromBiddingByWhatABidSaysItself() {
        Supplier slowDearAndFull = new Supplier(
                ABLE,
                spare(FRESH, 0, 0),
                Map.of(),
                Map.of("newtown", new Standing(600, 99_999)),
                300,
                Supplier.Leaving.NOTHING);
        Work work = critical(null, null);
        assertThat(broken(work, slowDearAndFull)).containsExactly(Rule.START, Rule.ENVELOPE, Rule.TIME_CRITICAL);
        assertThat(Matching.eligibility(work, slowDearAndFull, START)).isInstanceOf(Eligibility.Eligible.class);
    }

    private static Supplier able() {
        return new Supplier(
                ABLE,
                spare(FRESH, 500, 500),
                Map.of("newtown", new Staff(5, 3, 2, 0, 2)),
                Map.of("newtown", FAIR),
                3,
                Supplier.Leaving.NOTHING);
    }

    private static Supplier leaving(boolean all, Set<UUID> packages) {
        return leaving(all, packages, Set.of());
    }

    private static Supplier leaving(boolean all, Set<UUID> packages, Set<UUID> taken) {
        return new Supplier(ABLE, Spare.NONE, Map.of(), Map.of(), null, new Supplier.Leaving(all, packages, taken));
    }

    private static Supplier staffed(Staff staff) {
        return new Supplier(ABLE, Spare.NONE, Map.of("newtown", staff), Map.of(), null, Supplier.Leaving.NOTHING);
    }

    private static Supplier lead(@Nullable Integer days) {
        return new Supplier(ABLE, Spare.NONE, Map.of(), Map.of(), days, Supplier.Leaving.NOTHING);
    }

    private static Supplier paid(int pence) {
        return new Supplier(
                ABLE,
                Spare.NONE,
                Map.of(),
                Map.of("newtown", new Standing(600, pence)),
                null,
                Supplier.Leaving.NOTHING);
    }

    private static Supplier declared(Spare spare) {
        return new Supplier(ABLE, spare, Map.of(), Map.of(), null, Supplier.Leaving.NOTHING);
    }

    private static Work critical(@Nullable LocalTime from, @Nullable LocalTime until) {
        AskedCall call = work("NO").calls().stream()
                .filter(one -> one.id().equals(MORNING))
                .findFirst()
                .orElseThrow();
        return work("NO")
                .with(new AskedCall(
                        call.id(), call.days(), call.band(), from, until, call.minutes(), 1, true, call.gender()));
    }

    private static Work gender(WorkerGender gender) {
        AskedCall call = work("NO").calls().getFirst();
        return work("NO")
                .with(new AskedCall(call.id(), call.days(), call.band(), null, null, call.minutes(), 1, false, gender));
    }

    private static Work training(Set<Training> needed) {
        Work usual = work("NO");
        return new Work(
                usual.carePackage(),
                usual.ref(),
                usual.lot(),
                usual.locality(),
                needed,
                "NO",
                usual.startFrom(),
                usual.startLatest(),
                usual.ceiling(),
                Weights.FIRST,
                usual.calls(),
                Set.of(),
                Set.of());
    }

    private static Work starting(LocalDate from, LocalDate latest) {
        Work usual = work("NO");
        return new Work(
                usual.carePackage(),
                usual.ref(),
                usual.lot(),
                usual.locality(),
                usual.training(),
                "NO",
                from,
                latest,
                usual.ceiling(),
                Weights.FIRST,
                usual.calls(),
                Set.of(),
                Set.of());
    }

    private static List<Verdict> verdicts(Work work, Supplier supplier) {
        return Arrays.stream(Rule.values())
                .map(rule -> rule.judge(work, supplier, START))
                .toList();
    }

    private static List<Rule> broken(Work work, Supplier supplier) {
        return verdicts(work, supplier).stream()
                .filter(Broken.class::isInstance)
                .map(Verdict::rule)
                .toList();
    }

    private static List<Because> because(Rule rule, Work work, Supplier supplier) {
        return rule.judge(work, supplier, START).causes().stream()
                .map(Cause::because)
                .toList();
    }

    private static ProviderView view(
            Embargo embargo, boolean doubleHanded, boolean welsh, Set<String> training, Set<String> patches) {
        return new ProviderView(
                UUID.randomUUID(),
                "PRV-0000-0",
                "One",
                ProviderKind.AGENCY,
                START.plusYears(1),
                embargo,
                null,
                null,
                null,
                doubleHanded,
                welsh,
                training,
                patches);
    }
}
