package cymru.pontio.adverts.allocation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.support.County;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Patches in which somebody is asked first. */
@Component
public class AllocationExamples {
    private final Allocations allocations;
    private final JdbcClient jdbc;

    AllocationExamples(Allocations allocations, JdbcClient jdbc) {
        this.allocations = allocations;
        this.jdbc = jdbc;
    }

    /** Makes all agencies and the council's own team cover the patch, and decides; from today. */
    public void decide(County county, String locality, AllocationMode mode, @Nullable Actor lead) {
        for (Actor one : new Actor[] {county.providerA(), county.providerB(), county.inhouse()}) cover(one, locality);
        decide(county.commissioner(), locality, mode, lead, today());
    }

    void decide(Actor by, String locality, AllocationMode mode, @Nullable Actor lead, LocalDate from) {
        int seen = allocations.history(by, locality).stream()
                .mapToInt(Allocation::number)
                .max()
                .orElse(0);
        allocations.decide(by, locality, terms(mode, lead, from, seen));
    }

    static AllocationTerms terms(AllocationMode mode, @Nullable Actor lead, LocalDate from, int seen) {
        return new AllocationTerms(
                mode, lead == null ? null : lead.organisation(), 4, DirectReason.SOLE_CAPABLE, from, "Because", seen);
    }

    static LocalDate today() {
        return Zone.dayOf(Instant.now());
    }

    private void cover(Actor one, String locality) {
        jdbc.sql("insert into providers.patch (provider_id, locality) values (?, ?) on conflict do nothing")
                .params(one.organisation(), locality)
                .update();
    }
}
