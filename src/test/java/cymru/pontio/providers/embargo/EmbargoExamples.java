package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Providers;
import cymru.pontio.support.County;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Imposes embargoes through the doors, and lifts them again for the tests that follow. */
@Component
public class EmbargoExamples {
    public static final String REASON = "Visits were cut short for a fortnight.";

    private final Embargoes embargoes;
    private final EmbargoLifting lifting;
    private final EmbargoTable table;
    private final Providers providers;
    private final Clock clock;

    EmbargoExamples(Embargoes embargoes, EmbargoLifting lifting, EmbargoTable table, Providers providers, Clock clock) {
        this.embargoes = embargoes;
        this.lifting = lifting;
        this.table = table;
        this.providers = providers;
        this.clock = clock;
    }

    public EmbargoRef impose(County county, Actor provider) {
        return embargoes.impose(county.commissioner(), ref(provider), terms());
    }

    public EmbargoRef imposeOnIncreases(County county, Actor provider) {
        return embargoes.impose(
                county.commissioner(),
                ref(provider),
                new EmbargoTerms(Embargo.NEW_WORK_AND_INCREASES, Cause.QUALITY, REASON, "en", today().plusDays(21)));
    }

    public EmbargoTerms terms() {
        return new EmbargoTerms(Embargo.NEW_WORK, Cause.QUALITY, REASON, "en", today().plusDays(21));
    }

    public String ref(Actor provider) {
        return providers.view(provider.organisation()).ref();
    }

    public LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    /** Whatever the test did, the provider is free again. */
    public void free(County county, Actor provider) {
        table.inForce(provider.organisation()).ifPresent(one -> {
            if (one.liftAsked() != null) lifting.refuse(county.commissioner(), one.ref(), "Cleared up after a test");
            lifting.ask(county.commissioner(), one.ref(), "Cleared up after a test");
            lifting.approve(county.otherCommissioner(), one.ref());
        });
    }
}
