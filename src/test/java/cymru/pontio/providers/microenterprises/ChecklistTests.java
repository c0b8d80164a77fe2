package cymru.pontio.providers.microenterprises;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChecklistTests {
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    private final Actor checker = actor("Carys");
    private final Actor lister = actor("Cai");

    @Test
    void listsWhatOthersCheckedCompletely() {
        assertThat(Checklist.of(all(null), TODAY).againstListing(lister)).isEmpty();
    }

    @Test
    void nobodyListsWhatTheyCheckedThemselves() {
        assertBroken(all(null), checker, "microenterprises.error.ownChecks");
    }

    @Test
    void listsNothingHalfChecked() {
        List<Check> most = all(null);
        most.removeFirst();
        assertBroken(most, lister, "microenterprises.error.incomplete");
        most.add(check(Item.IDENTITY, Check.Outcome.NOT_DONE, null));
        assertBroken(most, lister, "microenterprises.error.incomplete");
    }

    @Test
    void aCheckHoldsOnItsReviewDayAndNotAfter() {
        assertThat(Checklist.of(all(TODAY), TODAY).againstListing(lister)).isEmpty();
        assertBroken(all(TODAY.minusDays(1)), lister, "microenterprises.error.incomplete");
    }

    @Test
    void saysWhatIsDueThirtyDaysBefore() {
        Checklist list = Checklist.of(
                List.of(
                        check(Item.DBS, Check.Outcome.DONE, TODAY.plusDays(30)),
                        check(Item.TAX, Check.Outcome.DONE, TODAY.plusDays(31))),
                TODAY);
        assertThat(list.due()).extracting(Check::item).containsExactly(Item.DBS);
    }

    @Test
    void theQualityFrameworkIsNotNeededForListing() {
        Checklist list = Checklist.of(all(null), TODAY);
        assertThat(list.progress())
                .containsExactly(
                        new Checklist.Progress(Part.DUE_DILIGENCE, 22, 22),
                        new Checklist.Progress(Part.QUALITY, 0, 10));
    }

    private static void assertBroken(List<Check> checks, Actor by, String key) {
        assertThat(Checklist.of(checks, TODAY).againstListing(by))
                .hasValueSatisfying(broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }

    private List<Check> all(@Nullable LocalDate review) {
        return new ArrayList<>(Arrays.stream(Item.values())
                .filter(item -> item.part() == Part.DUE_DILIGENCE)
                .map(item -> check(item, item.optional() ? Check.Outcome.NOT_NEEDED : Check.Outcome.DONE, review))
                .toList());
    }

    private Check check(Item item, Check.Outcome outcome, @Nullable LocalDate review) {
        return new Check(
                item, outcome, "Seen", TODAY.minusYears(1), review, Instant.EPOCH, checker.userId(), checker.name());
    }

    private static Actor actor(String name) {
        return new Actor(UUID.randomUUID(), name, UUID.randomUUID(), "Council", null, Set.of(Role.COMMISSIONER), null);
    }
}
