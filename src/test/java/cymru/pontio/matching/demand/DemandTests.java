package cymru.pontio.matching.demand;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.capacity.CapacityExamples;
import cymru.pontio.providers.capacity.PartOfDay;
import cymru.pontio.providers.capacity.Slot;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Care still to be found against hours declared. A package of the examples needs 420 minutes with two workers at bedtime. */
@PontioTest
class DemandTests {
    private static final String ROWS = "/demand/rows?area=newtown&part=BED&workers=2";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PlacementExamples placements;

    @Autowired
    CapacityExamples capacity;

    @Autowired
    Demand demand;

    @ParameterizedTest
    @ValueSource(strings = {"/demand", "/demand.csv", ROWS, "/demand/rows.csv?area=newtown&part=BED&workers=2"})
    void isForBrokersAndCommissionersInBothLanguages(String path) {
        assertThat(mvc.get().uri("/en" + path).with(as(county.broker()))).hasStatusOk();
        assertThat(mvc.get().uri("/cy" + path).with(as(county.commissioner()))).hasStatusOk();
        assertThat(mvc.get().uri("/en" + path).with(as(county.finance()))).hasStatus(404);
        assertThat(mvc.get().uri("/en" + path).with(as(county.providerA()))).hasStatus(404);
        assertThat(mvc.get().uri("/en" + path)).hasStatus(302);
    }

    @Test
    void needsWhatNobodyHasTakenOn() {
        long before = bed().needed();
        PackageFacts facts = placements.approved(county);
        assertThat(bed().needed()).isEqualTo(before + 420);
        assertThat(mvc.get().uri("/en" + ROWS).with(as(county.broker())))
                .bodyText()
                .contains(facts.ref().value());
        placements.pending(county, facts, county.providerA());
        assertThat(bed().needed()).isEqualTo(before);
    }

    @Test
    void countsFreshHoursOfThoseWhoMayTakeNewWorkOnly() {
        Demand.Cell before = bed();
        Slot slot = new Slot("newtown", PartOfDay.BED, 2);
        Actor fresh = capacity.agency("Ffres Care");
        capacity.declare(fresh, Map.of(slot, 600));
        Actor stale = capacity.agency("Hen Ffigur Care");
        capacity.declare(stale, Map.of(slot, 900));
        capacity.age(stale, 15);
        Actor stopped = capacity.agency("Stop Care", Set.of("newtown"), Embargo.NEW_WORK, LocalDate.of(2099, 1, 1));
        capacity.declare(stopped, Map.of(slot, 1200));
        Demand.Cell after = bed();
        assertThat(after.fresh() - before.fresh()).isEqualTo(600);
        assertThat(after.stale() - before.stale()).isEqualTo(900);
        assertThat(after.balance() - before.balance()).isEqualTo(600);
        assertThat(mvc.get().uri("/en" + ROWS).with(as(county.broker())))
                .bodyText()
                .contains("Ffres Care", "Hen Ffigur Care", "Out of date")
                .doesNotContain("Stop Care");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "area=atlantis&part=BED&workers=2",
                "area=newtown&part=TEN&workers=2",
                "area=newtown&part=BED&workers=3"
            })
    void nonsenseIsNotThere(String query) {
        assertThat(mvc.get().uri("/en/demand/rows?" + query).with(as(county.broker())))
                .hasStatus(404);
    }

    private Demand.Cell bed() {
        return demand.lines(county.broker(), 2).stream()
                .filter(line -> line.code().equals("newtown"))
                .flatMap(line -> line.cells().stream())
                .filter(cell -> cell.part().equals("BED"))
                .findFirst()
                .orElseThrow();
    }
}
