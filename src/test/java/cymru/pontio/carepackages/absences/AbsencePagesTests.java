package cymru.pontio.carepackages.absences;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PontioTest
class AbsencePagesTests {
    @Autowired
    AbsencePages pages;

    @Autowired
    Absences absences;

    @Autowired
    PackageExamples packages;

    @Autowired
    County county;

    @Autowired
    Clock clock;

    /** Seeded faults, each by itself: leave the team out of rows and reported. */
    @Test
    void whoIsAwayIsKnownToTheOwnTeamAndTheMarketAlone() {
        List<Actor> readers = List.of(
                county.socialWorker(),
                county.manager(),
                county.broker(),
                county.otherSocialWorker(),
                county.otherManager());
        List<Long> before = readers.stream().map(pages::reported).toList();
        PackageFacts facts = packages.approved(county, "newtown");
        absences.report(county.providerA(), facts.id(), AwayKind.HOSPITAL, clock.instant());
        assertThat(readers.stream()
                        .map(reader -> pages.all(reader).stream()
                                .anyMatch(row ->
                                        row.packageRef().equals(facts.ref().value()))))
                .containsExactly(true, true, true, false, false);
        assertThat(readers.stream().map(pages::reported))
                .containsExactly(before.get(0) + 1, before.get(1) + 1, before.get(2) + 1, before.get(3), before.get(4));
    }
}
