package cymru.pontio.matching;

import static cymru.pontio.matching.MatchingExamples.START;
import static cymru.pontio.matching.MatchingExamples.advert;
import static cymru.pontio.matching.MatchingExamples.provider;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.matching.Eligibility.Eligible;
import cymru.pontio.matching.Eligibility.Reason;
import cymru.pontio.matching.Eligibility.Refused;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EligibilityPolicyTests {
    private final ProviderView able = provider("80");

    @Test
    void acceptsWhoKeepsEveryRule() {
        assertThat(EligibilityPolicy.decide(advert("NEED"), able, START)).isInstanceOf(Eligible.class);
    }

    @Test
    void acceptsOnTheLastDayOfAccreditationAndNotAfter() {
        LocalDate last = able.accreditedUntil();
        assertThat(reasons(able, last)).isEmpty();
        assertThat(reasons(able, last.plusDays(1))).containsExactly("matching.reason.lapsed");
    }

    @Test
    void refusesNewWorkUnderEitherEmbargo() {
        for (Embargo embargo : List.of(Embargo.NEW_WORK, Embargo.NEW_WORK_AND_INCREASES)) {
            assertThat(reasons(with(embargo, true, true, Set.of("HOIST"), Set.of("newtown")), START))
                    .containsExactly("matching.reason.embargo");
        }
    }

    @Test
    void refusesWhoWasNotLetInForTheKindOfWork() {
        assertThat(reasons(able.letInFor(Set.of(Lot.NIGHT, Lot.LIVE_IN)), START))
                .containsExactly("matching.reason.lot");
        assertThat(reasons(able.letInFor(Set.of(Lot.NIGHT, Lot.SESSIONAL)), START))
                .isEmpty();
    }

    @Test
    void refusesOutsideThePatch() {
        assertThat(reasons(with(Embargo.NONE, true, true, Set.of("HOIST"), Set.of("brecon")), START))
                .containsExactly("matching.reason.patch");
    }

    @Test
    void refusesSingleHandedProvidersOnlyWhereTwoWorkersAreNeeded() {
        assertThat(reasons(with(Embargo.NONE, false, true, Set.of("HOIST"), Set.of("newtown")), START))
                .containsExactly("matching.reason.doubleHanded");
    }

    @Test
    void namesEachMissingTraining() {
        assertThat(reasons(with(Embargo.NONE, true, true, Set.of("PEG"), Set.of("newtown")), START))
                .containsExactly("matching.reason.training");
    }

    @Test
    void asksForWelshOnlyWhereItIsNeeded() {
        ProviderView english = with(Embargo.NONE, true, false, Set.of("HOIST"), Set.of("newtown"));
        assertThat(reasons(english, START)).isEmpty();
        assertThat(EligibilityPolicy.decide(advert("NEED"), english, START)).isInstanceOf(Refused.class);
    }

    /** Seeded fault: stop at the first broken rule. */
    @Test
    void tellsAllReasonsAtOnce() {
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
        assertThat(EligibilityPolicy.decide(advert("NEED"), none, START))
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

    private static List<String> reasons(ProviderView provider, LocalDate on) {
        return switch (EligibilityPolicy.decide(advert(), provider, on)) {
            case Eligible eligible -> List.of();
            case Refused refused ->
                refused.reasons().stream().map(Reason::messageKey).toList();
        };
    }

    private static ProviderView with(
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
