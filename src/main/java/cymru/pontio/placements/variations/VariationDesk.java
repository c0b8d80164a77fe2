package cymru.pontio.placements.variations;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.FINANCE;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;
import static cymru.pontio.kernel.Role.PROVIDER_COORDINATOR;
import static cymru.pontio.kernel.Role.PROVIDER_MANAGER;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.placements.PlacementStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where variations and what they change are taken from: through the person asking. A team sees its own, a provider its own
 * as long as it may know whose care it is, finance those that change days that are past.
 */
@Component
class VariationDesk {
    static final Role[] READERS = {
        SOCIAL_WORKER,
        TEAM_MANAGER,
        BROKER,
        COMMISSIONER,
        FINANCE,
        INHOUSE_COORDINATOR,
        PROVIDER_MANAGER,
        PROVIDER_COORDINATOR
    };

    static final Role[] REQUESTERS = {
        SOCIAL_WORKER, TEAM_MANAGER, INHOUSE_COORDINATOR, PROVIDER_MANAGER, PROVIDER_COORDINATOR
    };

    /** Parameters {@code all, team, provider, finance}. */
    static final String VISIBLE = """
            (:all or v.team_id = cast(:team as uuid)
                or v.provider_id = cast(:provider as uuid) and exists (select from placements.identity_release i
                    where i.placement_id = v.placement_id and i.ended_at is null)
                or :finance and (v.status = 'WITH_FINANCE' or v.finance_by is not null))
            """;

    private final JdbcClient jdbc;
    private final CarePackages packages;
    private final Endings endings;

    VariationDesk(JdbcClient jdbc, CarePackages packages, Endings endings) {
        this.jdbc = jdbc;
        this.packages = packages;
        this.endings = endings;
    }

    static Map<String, @Nullable Object> sight(Actor actor) {
        Map<String, @Nullable Object> sight = new HashMap<>();
        sight.put("all", actor.isAny(BROKER, COMMISSIONER));
        sight.put("team", actor.isAny(SOCIAL_WORKER, TEAM_MANAGER) ? actor.team() : null);
        sight.put("provider", ofProvider(actor) ? actor.organisation() : null);
        sight.put("finance", actor.is(FINANCE));
        return sight;
    }

    static boolean ofProvider(Actor actor) {
        return actor.isAny(PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR);
    }

    Variation find(Actor actor, VariationRef ref) {
        actor.must(READERS);
        return jdbc.sql(VariationTable.SELECT + "where v.ref = :ref and " + VISIBLE)
                .param("ref", ref.value())
                .params(sight(actor))
                .query((row, n) -> VariationTable.variation(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** For those who may ask: the team whose package it is, and the provider that delivers. */
    Subject subject(Actor actor, PlacementRef ref) {
        actor.must(REQUESTERS);
        return jdbc.sql("""
                select p.id, p.status, p.care_package_id, p.package_ref, v.team_id, p.provider_id, r.name,
                    least(p.agreed_start, (p.first_visit_at at time zone 'Europe/London')::date) as begins,
                    placements.rate_on(p.id, p.rate, carepackages.today()) as rate, k.text_language
                from placements.placement p
                join carepackages.care_package k on k.id = p.care_package_id
                join placements.award v on v.id = p.award_id
                join providers.report_provider r on r.id = p.provider_id
                where p.ref = :ref and p.status <> 'REVOKED' and (v.team_id = cast(:team as uuid)
                    or p.provider_id = cast(:provider as uuid) and exists (select from placements.identity_release i
                        where i.placement_id = p.id and i.ended_at is null))""")
                .param("ref", ref.value())
                .param("team", sight(actor).get("team"))
                .param("provider", sight(actor).get("provider"))
                .query((row, n) -> new Subject(
                        row.getObject("id", UUID.class),
                        ref,
                        PlacementStatus.valueOf(row.getString("status")),
                        new PackageId(row.getObject("care_package_id", UUID.class)),
                        row.getString("package_ref"),
                        row.getObject("team_id", UUID.class),
                        row.getObject("provider_id", UUID.class),
                        row.getString("name"),
                        row.getObject("begins", LocalDate.class),
                        new Money(row.getBigDecimal("rate")),
                        row.getString("text_language")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Nobody else decides about the package until the end of the transaction. */
    void hold(PackageId carePackage) {
        packages.hold(carePackage);
    }

    /** Last day of care that leaves the provider the days of notice. */
    LocalDate earliest(LocalDate today) {
        return endings.earliest(today);
    }

    CarePackages packages() {
        return packages;
    }
}
