package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.PersonalDataRead;
import cymru.pontio.kernel.Role;
import cymru.pontio.people.People;
import cymru.pontio.people.PersonId;
import cymru.pontio.people.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A package to look at. Its own team sees the person; brokers and commissioners see what an advert needs. */
@Service
class Overviews {
    private static final String PAGE = "package";

    private final PackageShelf shelf;
    private final People people;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Overviews(PackageShelf shelf, People people, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.shelf = shelf;
        this.people = people;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param person who it is about; nobody where no person was chosen yet, or the reader is not of the team
     * @param ownTeam whether the reader is of the team that writes the package
     * @param taken a provider was offered it or has calls of it, so that nobody writes it anew
     */
    record Overview(PackageView view, Cover cover, People.@Nullable Identity person, boolean ownTeam, boolean taken) {}

    @Transactional
    public Overview overview(Actor actor, PackageRef ref) {
        PackageView view = shelf.forReading(actor, ref).view();
        return overview(actor, view, shelf.coverOf(view.id()));
    }

    private Overview overview(Actor actor, PackageView view, Cover cover) {
        boolean taken = view.may(Step.RETURN) && shelf.takenBy(view.id()).isPresent();
        if (!PackageShelf.ownTeam(actor, view.team()))
            return new Overview(view.forTheMarket(), cover, null, false, taken);
        events.publishEvent(new PersonalDataRead(actor, PAGE, view.ref().value()));
        PersonId person = view.plan().person();
        return new Overview(view, cover, person == null ? null : people.identity(actor, person, PAGE), true, taken);
    }

    /** The package with what happened to it, in one transaction. */
    record Story(Overview overview, List<Happening> history) {}

    @Transactional
    public Story story(Actor actor, PackageRef ref) {
        PackageView view = shelf.forReading(actor, ref).view();
        List<Happening> history = history(actor, view);
        return new Story(overview(actor, view, coverAt(clock.instant(), history)), history);
    }

    private static Cover coverAt(Instant at, List<Happening> latestFirst) {
        return latestFirst.stream()
                .filter(one -> one.cover() != null && !one.effective().isAfter(at))
                .findFirst()
                .map(Happening::cover)
                .orElse(Cover.NONE);
    }

    /** Whether bridging was wanted for the meantime, nobody has asked for it and nobody covers; to whom may ask. */
    @Transactional(readOnly = true)
    public boolean bridgingToAsk(Actor actor, Overview overview) {
        PackageView view = overview.view();
        boolean wanted = view.plan().interim() == Cover.BRIDGING && overview.cover() == Cover.NONE;
        if (!wanted || !view.status().waiting() || !overview.ownTeam() && !actor.is(Role.BROKER)) return false;
        return jdbc.sql("select not exists (select from bridging.report_asked where care_package_id = ?)")
                .param(view.id().value())
                .query(Boolean.class)
                .single();
    }

    /** For the pages of those who write it. */
    @Transactional
    public PackageView forWriting(Actor actor, PackageRef ref) {
        CarePackage found = shelf.forReading(actor, ref);
        if (!PackageShelf.ownTeam(actor, found.team())) throw new NotFound();
        found.must(Step.EDIT);
        PackageView view = found.view();
        events.publishEvent(new PersonalDataRead(actor, PAGE, ref.value()));
        return view;
    }

    /** A person of the own team, to start a package for. */
    @Transactional
    public People.Identity person(Actor actor, PersonRef ref) {
        return people.identity(actor, people.idOf(actor, ref), PAGE);
    }

    /** The person a draft of the own team is for. */
    @Transactional
    public People.Identity person(Actor actor, PackageView view) {
        PersonId person = view.plan().person();
        if (person == null) throw new NotFound();
        return people.identity(actor, person, PAGE);
    }

    /** Other packages of the same person that wait or run: perhaps the need is already being met. */
    @Transactional(readOnly = true)
    public List<PackageRef> othersFor(Actor actor, PackageRef ref, PersonId person) {
        return jdbc.sql("""
                select ref from carepackages.care_package
                where person_id = :person and ref <> :ref and team_id = :team
                  and status not in ('DRAFT', 'RETURNED', 'WITHDRAWN', 'ENDED')
                order by ref""")
                .param("person", person.value())
                .param("ref", ref.value())
                .param("team", actor.team())
                .query((row, n) -> new PackageRef(row.getString(1)))
                .list();
    }

    /**
     * Something that happened to a package.
     *
     * @param status the status from then on; none where something else happened
     * @param cover the cover from then on; none where something else happened
     * @param providerCares nobody covers any longer, because the provider had begun
     * @param notBegun the agreed day on which care did not begin; none where something else happened
     * @param newStart the new first day, as far as anybody knew one
     * @param recorded later than effective where it became known later
     * @param reason free words or a code of {@link WithdrawalReason}
     */
    record Happening(
            @Nullable PackageStatus status,
            @Nullable Cover cover,
            boolean providerCares,
            @Nullable LocalDate notBegun,
            @Nullable LocalDate newStart,
            Instant effective,
            Instant recorded,
            String who,
            @Nullable String reason) {}

    /** What happened, latest first. Reasons in a colleague's free words are for the own team. */
    private List<Happening> history(Actor actor, PackageView view) {
        return jdbc.sql("""
                select status, null as cover, false as provider_cares, cast(null as date) as not_begun, cast(null as date) as new_start,
                    effective_at, recorded_at, by_name, id,
                    case when :own or by_account = :reader or status in ('WITHDRAWN', 'UNSOURCED', 'RESOURCING') then reason end as reason
                from carepackages.status_event where care_package_id = :id
                union all
                select null, cover, provider_cares, null, null, effective_at, recorded_at, by_name, id, null
                from carepackages.report_cover where care_package_id = :id
                union all
                select null, null, false, due_on, new_start, at, at, by_name, id, reason
                from placements.report_failed_start where care_package_id = :id
                order by effective_at desc, recorded_at desc, id desc""")
                .param("id", view.id().value())
                .param("own", PackageShelf.ownTeam(actor, view.team()))
                .param("reader", actor.userId())
                .query((row, n) -> happening(row))
                .list();
    }

    private static Happening happening(ResultSet row) throws SQLException {
        String status = row.getString("status");
        String cover = row.getString("cover");
        return new Happening(
                status == null ? null : PackageStatus.valueOf(status),
                cover == null ? null : Cover.valueOf(cover),
                row.getBoolean("provider_cares"),
                row.getObject("not_begun", LocalDate.class),
                row.getObject("new_start", LocalDate.class),
                row.getTimestamp("effective_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("by_name"),
                row.getString("reason"));
    }
}
