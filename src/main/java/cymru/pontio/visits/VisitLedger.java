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
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes staged rows over into the visits, by whole sets: new ones are added, changed ones supersede. PostgreSQL keeps the
 * sums of delivered care in step within the same statements (visits.follow). One change at a time for each provider, so
 * the same file confirmed twice at once has one effect.
 */
@Component
class VisitLedger {
    /** So many blocks of staged rows at a time, some hundred thousand visits. */
    private static final int BLOCKS = 4000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Placements placements;
    private final Staging staging;

    VisitLedger(JdbcTemplate template, JdbcClient jdbc, Placements placements, Staging staging) {
        this.template = template;
        this.jdbc = jdbc;
        this.placements = placements;
        this.staging = staging;
    }

    /** A row's day is no longer within a placement of this provider. */
    static final class PlacementChanged extends RuntimeException {}

    /**
     * @param importId under which they are recorded, none for an entry by hand
     * @param goOn hears how many rows have been taken over, says whether to go on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Counts take(Actor actor, Staged staged, @Nullable UUID importId, LongPredicate goOn) {
        lock(actor.organisation());
        jdbc.sql("set local work_mem = '64MB'").update();
        Counts counts = staging.compare(actor, staged);
        if (counts.fresh() + counts.changed() == 0) return counts;
        providersOwn(actor);
        Timestamp now =
                jdbc.sql("select clock_timestamp()").query(Timestamp.class).single();
        supersede(now);
        if (add(new Adding(actor, staged, importId, now, counts.same() > 0), goOn) != counts.fresh() + counts.changed())
            throw new PlacementChanged();
        Map<UUID, Instant> first = firstVisits(staged);
        if (!first.isEmpty()) placements.visited(actor, first);
        return counts;
    }

    /** To the end of the transaction, nobody else changes what this provider says of its visits. */
    private void lock(UUID provider) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("visits " + provider)
                .query((row, n) -> n)
                .single();
    }

    private void providersOwn(Actor actor) {
        jdbc.sql("drop table if exists visit_placement").update();
        jdbc.sql("""
                create temp table visit_placement (id uuid primary key, care_package_id uuid, person_id uuid, locality text,
                    kind text, first_day date, until date) on commit drop""").update();
        List<PlacementForVisits> own = placements.forVisits(actor).values().stream()
                .flatMap(List::stream)
                .filter(placement -> placement.provider().equals(actor.organisation()))
                .toList();
        CopyRows.into(
                template,
                "visit_placement",
                rows -> own.forEach(one -> rows.row(
                        one.id(),
                        one.carePackage(),
                        one.person(),
                        one.locality(),
                        one.kind(),
                        VisitRules.days(one).from(),
                        VisitRules.days(one).until())));
        jdbc.sql("analyze visit_placement").update();
    }

    /** Month by month, so that the others are not looked through. */
    private void supersede(Timestamp now) {
        List<LocalDate> months = jdbc.sql(
                        "select distinct date_trunc('month', old_date::timestamp)::date as month from visit_known where not same order by 1")
                .query(LocalDate.class)
                .list();
        for (LocalDate month : months)
            jdbc.sql("""
                    update visits.visit v set superseded_at = :now from visit_known k
                    where not k.same and v.id = k.old_id and v.visit_date = k.old_date
                        and v.visit_date >= date '$from' and v.visit_date < date '$until'
                        and k.old_date >= date '$from' and k.old_date < date '$until'""".replace("$from", month.toString())
                            .replace("$until", month.plusMonths(1).toString()))
                    .param("now", now)
                    .update();
    }

    /** @param someStand whether the rows hold visits that are known as they are */
    private record Adding(
            Actor actor, Staged staged, @Nullable UUID importId, Timestamp now, boolean someStand) {}

    /** @return how many rows found their placement */
    private long add(Adding adding, LongPredicate goOn) {
        int blocks = jdbc.sql(
                        "select (pg_relation_size(cast(? as regclass)) / current_setting('block_size')::int)::int")
                .param(adding.staged().table())
                .query(Integer.class)
                .single();
        long added = 0;
        for (int from = 0; from <= blocks; from += BLOCKS) {
            added += add(adding, from);
            if (!goOn.test(added)) throw new Staging.Stopped();
        }
        return added;
    }

    private int add(Adding adding, int from) {
        String others = adding.someStand() ? """
                and not exists (select from visit_known k where k.line = r.line and k.same)""" : "";
        return jdbc.sql(adding.staged()
                        .in(("""
                insert into visits.visit (provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality,
                    kind, visit_date, planned_start, planned_end, actual_start, actual_end, workers, status, worker_id,
                    reason, user_minutes, import_id, by_hand, recorded_by, recorded_at, mark)
                select '$provider', r.provider_visit_id, r.placement_id, p.care_package_id, p.person_id, p.locality,
                    p.kind, r.visit_date, r.planned_start, r.planned_end, r.actual_start, r.actual_end, r.workers, r.status,
                    r.worker_id, r.reason, r.user_minutes, cast(:import as uuid), cast(:import as uuid) is null, :by, :now, r.mark
                from $rows r
                join visit_placement p on p.id = r.placement_id and r.visit_date >= p.first_day
                    and (p.until is null or r.visit_date < p.until)
                where not r.bad and r.ctid >= '($from,0)' and r.ctid < '($until,0)'\s""" + others)
                                .replace(
                                        "$provider",
                                        adding.actor().organisation().toString())
                                .replace("$from", "" + from)
                                .replace("$until", "" + (from + BLOCKS))))
                .param("import", adding.importId())
                .param("by", adding.actor().userId())
                .param("now", adding.now())
                .update();
    }

    /** Of each placement in the file, when it says that care was first delivered. */
    private Map<UUID, Instant> firstVisits(Staged staged) {
        Map<UUID, Instant> first = new HashMap<>();
        jdbc.sql(staged.in("""
                select placement_id, min(actual_start) as first from $rows
                where not bad and status in ('DELIVERED', 'UNPLANNED')
                group by placement_id""")).query(row -> {
            first.put(
                    row.getObject("placement_id", UUID.class),
                    row.getTimestamp("first").toInstant());
        });
        return first;
    }
}
