package cymru.pontio.bridging;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Weeks that are bridged in part count by their days. */
@PontioTest
class PartOfAWeekTests {
    /** Minutes a week of the package of the examples. */
    private static final int CARER = 1305;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @Autowired
    BridgingExamples examples;

    @Autowired
    Bridging bridging;

    @Autowired
    Capacity capacity;

    @Autowired
    InhouseHours hours;

    @Autowired
    JdbcClient jdbc;

    /**
     * Thursday to Tuesday: four sevenths of one week, two of the next. Seeded faults, each by itself: count whole weeks in
     * what is asked, or in what is promised.
     */
    @Test
    void countByTheirDaysInWhatIsAskedAndInWhatIsPromised() {
        LocalDate first = InhouseHours.mondayOf(examples.today()).plusWeeks(50);
        LocalDate second = first.plusWeeks(1);
        capacity.declare(county.inhouse(), first, 2, 746, 0);
        Acceptance terms = new Acceptance(first.plusDays(3), second.plusDays(1), 0);
        assertThat(terms.ofWeek(first, CARER)).isEqualTo(746);
        assertThat(terms.ofWeek(second, CARER)).isEqualTo(373);
        assertThat(bridging.accept(county.inhouse(), asked(), terms)).isEmpty();
        assertThat(bridging.accept(county.inhouse(), asked(), terms))
                .contains(new Obstacle(Obstacle.Kind.SHORT, first, 0, 746));
        List<InhouseWeek> both = hours.weeks(first, second, examples.today());
        assertThat(both).extracting(InhouseWeek::planned).containsExactly(746, 373);
        assertThat(both).extracting(InhouseWeek::free).containsExactly(0, 373);
    }

    /** Nobody has said that it ends before Sunday. Seeded fault: let it last until today. */
    @Test
    void whatGoesOnBeyondItsExpectedEndLastsForAllOfThisWeek() {
        LocalDate monday = InhouseHours.mondayOf(examples.today());
        EpisodeRef ref = examples.active(county, packages.approved(county, "newtown"));
        jdbc.sql("update bridging.episode set started_on = :day - 20, expected_end = :day - 1 where ref = :ref")
                .param("day", examples.today())
                .param("ref", ref.value())
                .update();
        List<Integer> with = planned(monday);
        examples.end(county, ref, EndReason.NOT_NEEDED);
        jdbc.sql("update bridging.episode set ended_on = :day where ref = :ref")
                .param("day", monday.minusDays(1))
                .param("ref", ref.value())
                .update();
        List<Integer> without = planned(monday);
        assertThat(with.getFirst() - without.getFirst()).isEqualTo(CARER);
        assertThat(with.getLast()).isEqualTo(without.getLast());
    }

    private List<Integer> planned(LocalDate monday) {
        return hours.weeks(monday, monday.plusWeeks(1), examples.today()).stream()
                .map(InhouseWeek::planned)
                .toList();
    }

    private EpisodeRef asked() {
        return examples.requested(county, packages.approved(county, "newtown"));
    }
}
