package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.placements.PlacementForVisits;
import cymru.pontio.placements.Placements;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes staged rows over into the visits, by whole sets: new ones are added, changed ones supersede, and the sums of
 * delivered care follow in the same transaction. One change at a time for each provider, so the same file confirmed
 * twice at once has one effect.
 */
@Component
class VisitLedger {
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Placements placements;
    private final DeliveredCare delivered;

    VisitLedger(JdbcTemplate template, JdbcClient jdbc, Placements placements, DeliveredCare delivered) {
        this.template = template;
        this.jdbc = jdbc;
        this.placements = placements;
        this.delivered = delivered;
    }

    /** A row's day is no longer within a placement of this provider. */
    static final class PlacementChanged extends RuntimeException {}

    /**
     * @param source under which the rows are staged
     * @param importId under which they are recorded, none for an entry by hand
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Actor actor, UUID source, @Nullable UUID importId) {
        UUID provider = actor.organisation();
        lock(provider);
        prepare(actor);
        collectChanges(provider, source);
        refuseForeign(source);
        supersede(actor, source, importId, provider);
        delivered.recompute(provider, source);
        Map<UUID, Instant> first = firstVisits(provider, source);
        if (!first.isEmpty()) placements.visited(actor, first);
    }

    /** To the end of the transaction, nobody else changes what this provider says of its visits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID provider) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("visits " + provider)
                .query((row, n) -> n)
                .single();
    }

    private void prepare(Actor actor) {
        jdbc.sql("""
                create temp table visit_placement (id uuid primary key, care_package_id uuid, person_id uuid, locality text,
                    kind text, first_day date, until date) on commit drop""").update();
        jdbc.sql("""
                create temp table visit_change (line int primary key, old_id bigint, old_package uuid, old_date date)
                on commit drop""").update();
        List<PlacementForVisits> own = placements.forVisits(actor).values().stream()
                .flatMap(List::stream)
                .filter(placement -> placement.provider().equals(actor.organisation()))
                .toList();
        CopyRows.into(
                template,
                "visit_placement",
                rows -> own.forEach(one -> {
                    LocalDate from = VisitRules.days(one).from();
                    rows.row(
                            one.id(),
                            one.carePackage(),
                            one.person(),
                            one.locality(),
                            one.kind(),
                            from,
                            VisitRules.days(one).until());
                }));
    }

    private void collectChanges(UUID provider, UUID source) {
        jdbc.sql("""
                insert into visit_change
                select r.line, v.id, v.care_package_id, v.visit_date
                from visits.import_row r
                left join visits.visit v on v.provider_id = :provider and v.provider_visit_id = r.provider_visit_id
                    and v.superseded_at is null
                where r.import_id = :source and not r.bad and (v.id is null or\s""" + Staging.DIFFERS + ")")
                .param("provider", provider)
                .param("source", source)
                .update();
        jdbc.sql("analyze visit_change").update();
    }

    private void refuseForeign(UUID source) {
        boolean foreign = jdbc.sql("""
                select exists (
                    select from visits.import_row r join visit_change c on c.line = r.line
                    where r.import_id = ? and not exists (
                        select from visit_placement p where p.id = r.placement_id and r.visit_date >= p.first_day
                            and (p.until is null or r.visit_date < p.until)))""").param(source).query(Boolean.class).single();
        if (foreign) throw new PlacementChanged();
    }

    private void supersede(Actor actor, UUID source, @Nullable UUID importId, UUID provider) {
        Timestamp now =
                jdbc.sql("select clock_timestamp()").query(Timestamp.class).single();
        jdbc.sql("update visits.visit v set superseded_at = ? from visit_change c where v.id = c.old_id")
                .param(now)
                .update();
        jdbc.sql("""
                insert into visits.visit (provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality,
                    kind, visit_date, planned_start, planned_end, actual_start, actual_end, workers, status, worker_id,
                    reason, user_minutes, import_id, recorded_by, recorded_at)
                select :provider, r.provider_visit_id, r.placement_id, p.care_package_id, p.person_id, p.locality,
                    p.kind, r.visit_date, r.planned_start, r.planned_end, r.actual_start, r.actual_end, r.workers, r.status,
                    r.worker_id, r.reason, r.user_minutes, cast(:import as uuid), :by, :now
                from visits.import_row r
                join visit_change c on c.line = r.line
                join visit_placement p on p.id = r.placement_id
                where r.import_id = :source
                order by r.line""")
                .param("provider", provider)
                .param("import", importId)
                .param("by", actor.userId())
                .param("now", now)
                .param("source", source)
                .update();
    }

    /** Of each placement touched, when care was first delivered, as far as is known now. */
    private Map<UUID, Instant> firstVisits(UUID provider, UUID source) {
        Map<UUID, Instant> first = new HashMap<>();
        jdbc.sql("""
                select v.placement_id, min(v.actual_start) as first
                from (select distinct p.id, p.care_package_id
                      from visits.import_row r
                      join visit_change c on c.line = r.line
                      join visit_placement p on p.id = r.placement_id
                      where r.import_id = :source) touched
                join visits.visit v on v.care_package_id = touched.care_package_id and v.placement_id = touched.id
                where v.provider_id = :provider and v.superseded_at is null and v.status in ('DELIVERED', 'UNPLANNED')
                group by v.placement_id""").param("provider", provider).param("source", source).query(row -> {
            first.put(
                    row.getObject("placement_id", UUID.class),
                    row.getTimestamp("first").toInstant());
        });
        return first;
    }
}
