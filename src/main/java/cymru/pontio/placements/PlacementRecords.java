package cymru.pontio.placements;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.PersonalDataRead;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.people.People;
import cymru.pontio.people.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Placements as people look at them. The one place where a provider learns who the person is. */
@Service
public class PlacementRecords {
    private static final int EVERYTHING = 100_000;

    private final PlacementList list;
    private final CarePackages packages;
    private final People people;
    private final NoticeBook book;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PlacementRecords(
            PlacementList list,
            CarePackages packages,
            People people,
            NoticeBook book,
            Clock clock,
            ApplicationEventPublisher events) {
        this.list = list;
        this.packages = packages;
        this.people = people;
        this.book = book;
        this.clock = clock;
        this.events = events;
    }

    /** Latest acceptance first. */
    @Transactional(readOnly = true)
    public PlacementView.Page list(Actor actor, @Nullable PlacementStatus status, @Nullable PlacementRef after) {
        must(actor);
        List<PlacementView.Row> rows = list.list(actor, status, after, PlacementList.PAGE + 1);
        if (rows.size() <= PlacementList.PAGE) return new PlacementView.Page(rows, null);
        List<PlacementView.Row> page = rows.subList(0, PlacementList.PAGE);
        return new PlacementView.Page(page, page.getLast().ref().value());
    }

    /** The whole list for a file. */
    @Transactional(readOnly = true)
    public List<PlacementView.Row> all(Actor actor, @Nullable PlacementStatus status) {
        must(actor);
        return list.list(actor, status, null, EVERYTHING);
    }

    /** The placement's own facts, without the person. */
    @Transactional(readOnly = true)
    public PlacementView.Row row(Actor actor, PlacementRef ref) {
        return find(actor, ref);
    }

    /** Whether somebody has said that care did not begin on the day that is agreed now. */
    @Transactional(readOnly = true)
    public boolean startReported(Actor actor, PlacementRef ref) {
        PlacementView.Row row = find(actor, ref);
        return list.failedStarts(row.id()).stream().anyMatch(one -> one.due().equals(row.agreedStart()));
    }

    /** For the provider that accepted it with the person's details, as long as it may know them; each look is recorded. */
    @Transactional
    public PlacementView view(Actor actor, PlacementRef ref) {
        PlacementView.Row row = find(actor, ref);
        PackageFacts facts = packages.facts(new PackageId(row.carePackage()));
        boolean provider = ownsIt(actor, row);
        boolean mayKnow = provider && row.released();
        People.Identity person = mayKnow ? people.identity(actor, new PersonId(row.personId()), "placement") : null;
        ServiceOrder order = !provider || row.released() ? list.order(row.id(), today()) : null;
        Notice notice = book.of(row.id()).orElse(null);
        return new PlacementView(
                row, facts, person, order, list.versions(row.id()), list.failedStarts(row.id()), notice);
    }

    /**
     * What was agreed for a day; a provider whose placement was taken back no longer has it.
     *
     * @param day none for what was agreed at acceptance
     */
    @Transactional
    public ServiceOrder order(Actor actor, PlacementRef ref, @Nullable LocalDate day) {
        PlacementView.Row row = find(actor, ref);
        if (ownsIt(actor, row) && !row.released()) throw new NotFound();
        events.publishEvent(new PersonalDataRead(actor, "service order", ref.value()));
        return list.order(row.id(), day == null ? LocalDate.EPOCH : day);
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    private PlacementView.Row find(Actor actor, PlacementRef ref) {
        must(actor);
        return list.find(actor, ref).orElseThrow(NotFound::new);
    }

    private static boolean ownsIt(Actor actor, PlacementView.Row row) {
        return row.provider().equals(actor.organisation());
    }

    private static void must(Actor actor) {
        actor.must(
                Role.PROVIDER_MANAGER,
                Role.PROVIDER_COORDINATOR,
                Role.INHOUSE_COORDINATOR,
                Role.BROKER,
                Role.COMMISSIONER);
    }
}
