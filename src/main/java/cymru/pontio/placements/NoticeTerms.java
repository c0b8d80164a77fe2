package cymru.pontio.placements;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** How much notice the contracts ask for, and what may be done about a placement now. */
@Component
class NoticeTerms {
    private final int days;
    private final Handover handover;
    private final NoticeBook book;
    private final Clock clock;

    NoticeTerms(
            @Value("${pontio.placements.notice-days:28}") int days, Handover handover, NoticeBook book, Clock clock) {
        this.days = days;
        this.handover = handover;
        this.book = book;
        this.clock = clock;
    }

    /** What the reader may do, for the links of a page; doors check again. */
    public record May(boolean handBack, boolean end, boolean sign) {}

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    int days() {
        return days;
    }

    Endings.Bounds of(PlacementView.Row row, Instant now) {
        LocalDate today = Zone.dayOf(now);
        LocalDate lastVisit = handover.lastVisit(new PackageId(row.carePackage()), row.provider())
                .orElse(row.firstVisit() == null ? null : Zone.dayOf(row.firstVisit()));
        return new Endings.Bounds(row, today, today.plusDays(days), days, lastVisit);
    }

    May may(Actor actor, PlacementView.Row row) {
        boolean live = row.status() == PlacementStatus.LIVE;
        boolean running = live || row.status() == PlacementStatus.NOTICE_GIVEN;
        return new May(
                live && actor.is(Role.PROVIDER_MANAGER),
                running && actor.isAny(Role.BROKER, Role.COMMISSIONER),
                actor.is(Role.COMMISSIONER) && unsigned(row).isPresent());
    }

    /** Which round looks for whoever shall care after a notice; none where nobody is sought yet, or nobody need be. */
    NoticeBook.@Nullable Search search(PlacementView view) {
        Notice notice = view.notice();
        return notice == null || !notice.reason().stillNeeded()
                ? null
                : book.search(view.row().carePackage(), notice.at()).orElse(null);
    }

    /** Who has been found since a notice. */
    List<NoticeBook.Found> found(PlacementView view) {
        Notice notice = view.notice();
        return notice == null || !notice.reason().stillNeeded()
                ? List.of()
                : book.found(view.row().carePackage(), notice.at());
    }

    /** Care goes on being needed, and nobody has answered for its end. */
    Optional<Notice> unsigned(PlacementView.Row row) {
        return row.status() == PlacementStatus.NOTICE_GIVEN
                ? book.of(row.id()).filter(notice -> notice.reason().stillNeeded() && notice.risk() == null)
                : Optional.empty();
    }

    static RuleBroken notRunning(PlacementView.Row row) {
        return new RuleBroken(
                "placements.error.state",
                row.ref().value(),
                new DefaultMessageSourceResolvable("placements.PlacementStatus." + row.status()));
    }
}
