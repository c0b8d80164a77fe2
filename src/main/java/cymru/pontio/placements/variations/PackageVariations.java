package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.placements.PlacementRef;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The variations of one package, and the placements for which the reader may ask for another. */
@Service
class PackageVariations {
    private final CarePackages packages;
    private final VariationRecords records;
    private final JdbcClient jdbc;

    PackageVariations(CarePackages packages, VariationRecords records, JdbcClient jdbc) {
        this.packages = packages;
        this.records = records;
        this.jdbc = jdbc;
    }

    record Live(PlacementRef ref, String provider) {}

    record View(PackageRef ref, List<Variation> rows, List<Live> live) {}

    @Transactional(readOnly = true)
    public View of(Actor actor, PackageRef ref) {
        PackageFacts facts = packages.facts(actor, ref);
        boolean asks = actor.isAny(Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
                && facts.team().equals(actor.team());
        return new View(ref, records.ofPackage(actor, ref.value()), asks ? live(facts) : List.of());
    }

    private List<Live> live(PackageFacts facts) {
        return jdbc.sql("""
                select p.ref, r.name as provider from placements.placement p
                join providers.report_provider r on r.id = p.provider_id
                where p.care_package_id = ? and p.status = 'LIVE' order by p.accepted_at, p.id""")
                .param(facts.id().value())
                .query((row, n) -> new Live(new PlacementRef(row.getString("ref")), row.getString("provider")))
                .list();
    }
}
