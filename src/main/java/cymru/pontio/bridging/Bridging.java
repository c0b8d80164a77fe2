package cymru.pontio.bridging;

import cymru.pontio.carepackages.Cover;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.Placements;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cover by the council's own team, as its coordinator answers, reviews and ends it. */
@Service
class Bridging {
    private final EpisodeShelf shelf;
    private final InhouseHours hours;
    private final BridgedDays days;
    private final CoverTimeline covers;
    private final Placements placements;

    Bridging(EpisodeShelf shelf, InhouseHours hours, BridgedDays days, CoverTimeline covers, Placements placements) {
        this.shelf = shelf;
        this.hours = hours;
        this.days = days;
        this.covers = covers;
        this.placements = placements;
    }

    /**
     * Takes the request on, if the declared hours allow it. They are locked until this is done, so two acceptances never
     * take the same hours.
     *
     * @return what stands in the way; then nothing has changed
     */
    @Transactional
    public Optional<Obstacle> accept(Actor actor, EpisodeRef ref, Acceptance terms) {
        actor.must(Role.INHOUSE_COORDINATOR);
        Episode episode = shelf.hold(ref);
        EpisodeView asked = episode.view();
        if (terms.start().isBefore(Zone.dayOf(asked.requested().at())))
            throw new RuleBroken("bridging.error.startBeforeRequest", ref.value());
        episode.mustWait();
        Optional<Obstacle> obstacle = hours.takeOrSay(asked.hours().carer().minutes(), terms, shelf.today());
        if (obstacle.isPresent()) return obstacle;
        covers.lock(asked.carePackage());
        episode.accept(actor, terms, shelf.now());
        shelf.tell(EpisodeEvents.BridgingAccepted.of(actor, ref, terms));
        Instant from = terms.start().equals(shelf.today()) ? shelf.now() : Zone.startOf(terms.start());
        covers.change(actor, asked.carePackage(), Cover.BRIDGING, from);
        return Optional.empty();
    }

    @Transactional
    public void refuse(Actor actor, EpisodeRef ref, RefusalReason why) {
        actor.must(Role.INHOUSE_COORDINATOR);
        shelf.hold(ref).refuse(actor, why, shelf.now());
        shelf.tell(new EpisodeEvents.BridgingRefused(actor, ref.value(), why.name()));
    }

    @Transactional
    public void review(Actor actor, EpisodeRef ref, ReviewOutcome outcome, LocalDate expectedEnd) {
        actor.must(Role.INHOUSE_COORDINATOR);
        Episode episode = shelf.hold(ref);
        episode.review(shelf.today(), expectedEnd);
        days.reviewed(actor, episode.id(), outcome, expectedEnd);
        shelf.tell(new EpisodeEvents.BridgingReviewed(
                actor, ref.value(), outcome.name(), Map.of("expectedEnd", expectedEnd.toString())));
    }

    /** The last day of cover is given; who looks after the person from then on follows. */
    @Transactional
    public void end(Actor actor, EpisodeRef ref, LocalDate last, EndReason why) {
        actor.must(Role.INHOUSE_COORDINATOR);
        if (why == EndReason.HOSPITAL) throw new IllegalArgumentException("the stay is told: Admissions.admitted");
        Episode episode = shelf.hold(ref);
        EpisodeView before = episode.view();
        Optional<LocalDate> agency = placements.started(before.carePackage()).map(Zone::dayOf);
        episode.end(actor, last, why, agency, shelf.today(), shelf.now());
        if (days.recordedAfter(episode.id(), last)) throw new RuleBroken("bridging.error.recordedLater", ref.value());
        shelf.tell(EpisodeEvents.BridgingEnded.of(actor, ref, why, last));
        covers.change(actor, before.carePackage(), covers.after(before.carePackage(), why), endOf(last));
    }

    /** The night after that day; now, if that has not come yet. */
    private Instant endOf(LocalDate last) {
        Instant night = Zone.startOf(last.plusDays(1));
        Instant now = shelf.now();
        return night.isAfter(now) ? now : night;
    }
}
