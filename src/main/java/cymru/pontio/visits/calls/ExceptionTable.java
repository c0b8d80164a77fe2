package cymru.pontio.visits.calls;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue of what somebody has to look at. */
@Component
class ExceptionTable {
    private static final int AT_ONCE = 5000;
    private static final String ROWS = """
            select e.id, e.day, e.package_ref, e.care_package_id as care_package, e.provider_id as provider, p.name as provider_name,
                e.locality, e.subject, e.kind, e.essential, e.state, e.begins_at, e.version
            from visits.exception e join providers.report_provider p on p.id = e.provider_id
            where (cast(:own as uuid) is null or e.provider_id = :own)
              and (cast(:team as uuid) is null or exists (select from carepackages.care_package k
                where k.id = e.care_package_id and k.team_id = :team))\s""";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    ExceptionTable(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /**
     * Whose exceptions alone somebody sees.
     *
     * @param provider none for the council
     * @param team of social workers, none for all
     */
    record Reader(@Nullable UUID provider, @Nullable UUID team) {
        static Reader of(Actor actor) {
            if (actor.isAny(Exceptions.COUNCIL)) return new Reader(null, null);
            if (actor.isAny(Exceptions.TEAM)) return new Reader(null, Objects.requireNonNull(actor.team()));
            actor.must(Exceptions.PROVIDER);
            return new Reader(actor.organisation(), null);
        }

        boolean ofProvider() {
            return provider != null;
        }
    }

    /** What these days show now is in the queue; what they no longer show leaves it. */
    void follow(List<CallDays.ReadDay> read) {
        List<Found> found = read.stream().flatMap(one -> found(one).stream()).toList();
        Map<CallDay, List<String>> here = new HashMap<>();
        for (Found one : found)
            here.computeIfAbsent(one.day(), day -> new ArrayList<>()).add(one.subject() + ":" + one.kind());
        template.batchUpdate(
                """
                update visits.exception set state = 'GONE', changed_at = clock_timestamp(), version = version + 1
                where care_package_id = ? and provider_id = ? and day = ? and state in ('OPEN', 'QUERIED', 'ANSWERED')
                    and (subject || ':' || kind) <> all (cast(? as text[]))""",
                read.stream()
                        .map(CallDays.ReadDay::day)
                        .map(day -> new Object[] {
                            day.carePackage(),
                            day.provider(),
                            day.day(),
                            here.getOrDefault(day, List.of()).toArray(String[]::new)
                        })
                        .toList());
        for (int at = 0; at < found.size(); at += AT_ONCE)
            open(found.subList(at, Math.min(at + AT_ONCE, found.size())));
    }

    /**
     * One statement for many: a file with a wrong status in it makes hundreds of thousands. A provider that numbers a visit
     * like a call makes two of one, and no statement may touch a row twice.
     */
    private void open(List<Found> found) {
        jdbc.sql("""
                insert into visits.exception as e (id, day, care_package_id, package_ref, provider_id, locality, subject, kind,
                    essential, begins_at, state)
                select distinct on (p.care_package_id, p.provider_id, f.day, f.subject, f.kind) f.id, f.day, p.care_package_id,
                    p.package_ref, p.provider_id, p.locality, f.subject, f.kind, f.essential, f.begins_at, 'OPEN'
                from unnest(cast(:ids as uuid[]), cast(:packages as uuid[]), cast(:providers as uuid[]), cast(:days as date[]),
                    cast(:subjects as text[]), cast(:kinds as text[]), cast(:essentials as boolean[]), cast(:begins as timestamptz[]))
                    f (id, care_package_id, provider_id, day, subject, kind, essential, begins_at)
                cross join lateral (
                    select * from placements.report_placement p
                    where p.care_package_id = f.care_package_id and p.provider_id = f.provider_id
                    order by p.accepted_at desc limit 1) p
                on conflict (care_package_id, provider_id, day, subject, kind) do update
                    set state = 'OPEN', begins_at = excluded.begins_at, changed_at = clock_timestamp(), version = e.version + 1
                    where e.state = 'GONE'""")
                .param("ids", texts(found, one -> Ids.next()))
                .param("packages", texts(found, one -> one.day().carePackage()))
                .param("providers", texts(found, one -> one.day().provider()))
                .param("days", texts(found, one -> one.day().day()))
                .param("subjects", texts(found, Found::subject))
                .param("kinds", texts(found, Found::kind))
                .param("essentials", texts(found, Found::essential))
                .param("begins", texts(found, Found::begins))
                .update();
    }

    private static @Nullable String[] texts(List<Found> found, Function<Found, @Nullable Object> of) {
        return found.stream()
                .map(of)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    /** Something to look at on a day; {@code begins} when the call was due, or the visit was or should have been. */
    private record Found(
            CallDay day,
            String subject,
            String kind,
            boolean essential,
            @Nullable Instant begins) {}

    private static List<Found> found(CallDays.ReadDay read) {
        List<Found> found = new ArrayList<>();
        boolean popBacks = false;
        for (Reading reading : read.readings()) {
            for (String kind : reading.problems()) {
                // However many of them overlap: whoever looks at one sees the whole day.
                boolean popBack = reading.outcome() == Outcome.POP_BACK && kind.equals(Remark.OVERLAP.name());
                if (!popBack || !popBacks)
                    found.add(new Found(read.day(), subject(reading), kind, essential(reading), begins(reading)));
                popBacks |= popBack;
            }
        }
        return found;
    }

    List<ExceptionRow> list(ExceptionFilter filter, Reader reader, int most) {
        ExceptionFilter.Key after = filter.after();
        return jdbc.sql(ROWS + """
                and e.state = any (cast(:states as text[])) and (cast(:kind as text) is null or e.kind = :kind)
                and (not :missed or e.essential and e.kind in ('MISSED', 'NOT_REPORTED'))
                and (cast(:day as date) is null or e.day < :day or e.day = :day
                    and (e.package_ref, coalesce(e.begins_at, '-infinity'), e.id)
                        > (:package, coalesce(cast(:begins as timestamptz), '-infinity'), cast(:id as uuid)))
                order by e.day desc, e.package_ref, coalesce(e.begins_at, '-infinity'), e.id limit :most""")
                .param("own", reader.provider())
                .param("team", reader.team())
                .param("states", filter.states(reader.ofProvider()))
                .param("kind", filter.kind())
                .param("missed", filter.missed())
                .param("day", after == null ? null : after.day())
                .param("package", after == null ? null : after.packageRef())
                .param(
                        "begins",
                        after == null || after.begins() == null
                                ? null
                                : after.begins().toString())
                .param("id", after == null ? null : after.id())
                .param("most", most)
                .query(ExceptionRow.class)
                .list();
    }

    Optional<ExceptionRow> find(UUID id, Reader reader) {
        return jdbc.sql(ROWS + "and e.id = :id")
                .param("own", reader.provider())
                .param("team", reader.team())
                .param("id", id)
                .query(ExceptionRow.class)
                .optional();
    }

    List<ExceptionView.Step> steps(UUID id) {
        return jdbc.sql(
                        "select step, text, by_name as by, at from visits.exception_step where exception_id = ? order by id")
                .param(id)
                .query((row, n) -> new ExceptionView.Step(
                        row.getString("step"),
                        row.getString("text"),
                        row.getString("by"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** The whole day at that door: calls in their order, then visits that answer none. */
    List<ExceptionView.Line> day(ExceptionRow row) {
        return jdbc.sql("""
                select r.outcome, r.remarks, r.critical, r.essential, d.band, d.window_from, d.window_to, r.minutes_due,
                    r.workers_due, v.provider_visit_id, v.status, v.actual_start, v.actual_end, r.minutes, r.workers, v.worker_id,
                    v.reason, coalesce(r.call_line_id::text, v.provider_visit_id) as subject
                from visits.reading r
                left join visits.visit v on v.id = r.visit_id and v.visit_date between :day and cast(:day as date) + 1
                left join lateral (
                    select c.band, c.window_from, c.window_to from placements.report_due_call c
                    where c.call_line_id = r.call_line_id and c.provider_id = r.provider_id limit 1) d on true
                where r.care_package_id = :package and r.provider_id = :provider and r.day = :day
                order by r.call_line_id is null, d.window_from, r.id""")
                .param("package", row.carePackage())
                .param("provider", row.provider())
                .param("day", row.day())
                .query((line, n) -> ExceptionView.line(line))
                .list();
    }

    /** @return false if it has changed since */
    boolean move(UUID id, long seen, String state) {
        return jdbc.sql("""
                update visits.exception set state = ?, changed_at = clock_timestamp(), version = version + 1
                where id = ? and version = ?""").params(state, id, seen).update() == 1;
    }

    void note(UUID id, String step, String text, Actor actor) {
        jdbc.sql(
                        "insert into visits.exception_step (exception_id, step, text, by_account, by_name) values (?, ?, ?, ?, ?)")
                .params(id, step, text, actor.userId(), actor.name())
                .update();
    }

    /** @param missed essential calls alone that nobody came to, or nobody told of */
    long count(Reader reader, boolean missed, String... states) {
        return jdbc.sql("""
                select count(*) from visits.exception e
                where e.state = any (cast(:states as text[])) and (cast(:own as uuid) is null or e.provider_id = :own)
                    and (cast(:team as uuid) is null or exists (select from carepackages.care_package k
                        where k.id = e.care_package_id and k.team_id = :team))
                    and (not :missed or e.essential and e.kind in ('MISSED', 'NOT_REPORTED'))""")
                .param("own", reader.provider())
                .param("team", reader.team())
                .param("states", states)
                .param("missed", missed)
                .query(Long.class)
                .single();
    }

    private static String subject(Reading reading) {
        DueCall call = reading.call();
        return call != null
                ? call.line().toString()
                : Objects.requireNonNull(reading.visit()).number();
    }

    private static @Nullable Instant begins(Reading reading) {
        DueCall call = reading.call();
        return call != null
                ? call.from()
                : Objects.requireNonNull(reading.visit()).moment();
    }

    private static boolean essential(Reading reading) {
        DueCall call = reading.call();
        return call != null && call.essential();
    }
}
