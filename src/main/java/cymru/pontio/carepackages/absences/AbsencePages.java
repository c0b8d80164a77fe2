package cymru.pontio.carepackages.absences;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.PersonalDataRead;
import cymru.pontio.kernel.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Absences for the pages that show them. */
@Service
class AbsencePages {
    static final Role[] READERS = {SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER};
    static final int PAGE = 100;
    private static final int FILE = 100_000;

    private final Absences absences;
    private final CarePackages packages;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AbsencePages(
            Absences absences, CarePackages packages, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.absences = absences;
        this.packages = packages;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param may tell, confirm and promise */
    record View(PackageRef ref, List<Absence> rows, boolean may, boolean open, Instant now) {}

    /** Somebody away now or by plan, or reported so. */
    record Row(
            UUID id,
            String packageRef,
            AwayKind kind,
            Instant away,
            @Nullable Instant back,
            boolean confirmed) {}

    record Page(List<Row> rows, @Nullable UUID next) {}

    @Transactional
    public View of(Actor actor, PackageRef ref) {
        actor.must(READERS);
        PackageFacts facts = packages.facts(actor, ref);
        events.publishEvent(new PersonalDataRead(actor, "absences", ref.value()));
        boolean may = actor.isAny(SOCIAL_WORKER, TEAM_MANAGER, BROKER);
        boolean open = facts.status() == PackageStatus.LIVE || facts.status().waiting();
        return new View(ref, absences.of(facts.id()), may, open, now());
    }

    @Transactional(readOnly = true)
    public Absence one(Actor actor, PackageRef ref, UUID id) {
        actor.must(SOCIAL_WORKER, TEAM_MANAGER, BROKER);
        return absences.of(packages.facts(actor, ref).id()).stream()
                .filter(one -> one.id().equals(id) && one.open(now()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Who is away, longest first; reports that wait for the council stand on top. */
    @Transactional(readOnly = true)
    public Page away(Actor actor, @Nullable UUID after) {
        List<Row> rows = rows(actor, after, PAGE + 1);
        if (rows.size() <= PAGE) return new Page(rows, null);
        List<Row> shown = rows.subList(0, PAGE);
        return new Page(shown, shown.getLast().id());
    }

    @Transactional(readOnly = true)
    public List<Row> all(Actor actor) {
        return rows(actor, null, FILE);
    }

    @Transactional(readOnly = true)
    public long reported(Actor actor) {
        return jdbc.sql("""
                select count(*) from carepackages.absence a join carepackages.care_package p on p.id = a.care_package_id
                where a.confirmed_at is null and a.dismissed_at is null and (cast(:team as uuid) is null or p.team_id = :team)""").param("team", team(actor)).query(Long.class).single();
    }

    Instant now() {
        return clock.instant();
    }

    private List<Row> rows(Actor actor, @Nullable UUID after, int limit) {
        actor.must(READERS);
        return jdbc.sql("""
                select a.id, p.ref, a.kind, a.away_at, a.back_at, a.confirmed_at is not null as confirmed
                from carepackages.absence a join carepackages.care_package p on p.id = a.care_package_id
                where a.dismissed_at is null and a.settled_at is null and (a.back_at is null or a.back_at > :now)
                  and p.status not in ('ENDED', 'WITHDRAWN') and (cast(:team as uuid) is null or p.team_id = :team)
                  and (cast(:after as uuid) is null or (a.confirmed_at is not null, a.away_at, a.id) >
                    (select c.confirmed_at is not null, c.away_at, c.id from carepackages.absence c where c.id = :after))
                order by a.confirmed_at is not null, a.away_at, a.id limit :limit""")
                .param("now", Timestamp.from(now()))
                .param("team", team(actor))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("ref"),
                        AwayKind.valueOf(row.getString("kind")),
                        row.getTimestamp("away_at").toInstant(),
                        row.getTimestamp("back_at") == null
                                ? null
                                : row.getTimestamp("back_at").toInstant(),
                        row.getBoolean("confirmed")))
                .list();
    }

    private static @Nullable UUID team(Actor actor) {
        return actor.isAny(BROKER, COMMISSIONER) ? null : actor.team();
    }
}
