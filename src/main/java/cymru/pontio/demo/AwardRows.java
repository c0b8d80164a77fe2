package cymru.pontio.demo;

import cymru.pontio.demo.Cast.Member;
import cymru.pontio.matching.Scored;
import cymru.pontio.matching.Scored.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes awards, and placements from acceptance on. */
final class AwardRows {
    private static final long RESPONSE = 26 * 3600L;

    private final Scene scene;

    AwardRows(Scene scene) {
        this.scene = scene;
    }

    /** What is awarded: a bid with its score, or the work without a bid. */
    private record Deal(
            @Nullable Bid bid,
            @Nullable Scored scored,
            BigDecimal rate,
            int startOn,
            @Nullable String reason) {
        boolean top() {
            return scored == null || scored.place() == 1;
        }
    }

    void write(Course course, @Nullable Bid bid, List<Scored> ranked) {
        Life life = course.life;
        if (!scene.past(course.offeredAt) || course.withdrawnAt < course.offeredAt) return;
        Deal deal = bid == null ? direct(life) : won(bid, ranked);
        BigDecimal standard =
                scene.envelopes().on((int) (course.offeredAt / 86_400)).standard();
        BigDecimal cost = Envelopes.yearly(deal.rate, life.carerMinutesWeek());
        BigDecimal plan = Envelopes.yearly(standard, life.carerMinutesWeek());
        boolean second = bid == null || !deal.top() || cost.compareTo(plan) > 0;
        boolean accepted = scene.past(course.acceptedAt);
        award(course, deal, cost, plan, second, accepted);
        details(course, deal, second, accepted);
        if (accepted) placement(course, deal);
    }

    private Deal won(Bid bid, List<Scored> ranked) {
        Scored scored = BidRows.find(ranked, bid.id());
        String reason =
                scored.place() == 1 ? null : "The others have withdrawn carers from this valley since they bid.";
        return new Deal(bid, scored, bid.rate(), bid.startOn(), reason);
    }

    private Deal direct(Life life) {
        String reason = life.inhouse()
                ? "No agency can take the work on in time; the council’s own team can."
                : "Care goes on with the provider from before this register.";
        return new Deal(null, null, scene.envelopes().on(life.startOn).standard(), life.startOn, reason);
    }

    private void award(Course course, Deal deal, BigDecimal cost, BigDecimal plan, boolean second, boolean accepted) {
        Life life = course.life;
        Cast cast = scene.cast();
        Member broker = cast.broker(life.number);
        Bid bid = deal.bid;
        String direct = life.inhouse() ? "SOLE_CAPABLE" : "CONTINUITY";
        long proposedAt = course.offeredAt - 1200;
        scene.add(
                Table.AWARD,
                id(course),
                Refs.of("AWD", life.number),
                Scene.packageId(life),
                Scene.packageRef(life),
                cast.team(life.where()),
                life.where().code(),
                bid == null ? null : AdvertRows.id(life, bid.round()),
                bid == null ? null : bid.id(),
                bid == null ? null : bid.ref(),
                cast.organisation(life.agency),
                accepted ? "ACCEPTED" : "OFFERED",
                deal.scored == null ? null : deal.scored.place(),
                deal.top(),
                deal.rate,
                At.date(deal.startOn),
                cost,
                plan,
                life.userMinutesWeek(),
                life.carerMinutesWeek(),
                deal.reason,
                bid == null ? direct : null,
                broker.id(),
                broker.name(),
                At.instant(proposedAt),
                second ? cast.commissioner().id() : null,
                second ? At.instant(course.offeredAt - 300) : null,
                At.instant(course.offeredAt),
                At.instant(respondBy(course)),
                accepted ? cast.provider(life.agency).id() : null,
                accepted ? At.instant(course.acceptedAt) : null,
                accepted ? cast.provider(life.agency).name() : broker.name(),
                At.instant(accepted ? course.acceptedAt : course.offeredAt));
    }

    private static long respondBy(Course course) {
        long accepted = course.acceptedAt;
        return accepted == Long.MAX_VALUE
                ? course.offeredAt + RESPONSE
                : Math.max(course.offeredAt + RESPONSE, accepted + 3600);
    }

    private void details(Course course, Deal deal, boolean second, boolean accepted) {
        Life life = course.life;
        UUID award = id(course);
        for (int slot = 0; slot < life.calls.size(); slot++)
            scene.add(Table.AWARD_LINE, award, Scene.lineId(life, slot));
        if (deal.scored != null) {
            for (Points one : deal.scored.points()) {
                scene.add(
                        Table.AWARD_SCORE,
                        award,
                        one.criterion(),
                        one.weight(),
                        one.raw(),
                        one.points(),
                        one.neutral());
            }
        }
        Member broker = scene.cast().broker(life.number);
        event(award, "PROPOSED", course.offeredAt - 1200, broker, deal.reason);
        if (second)
            event(award, "APPROVED", course.offeredAt - 300, scene.cast().commissioner(), null);
        event(award, "OFFERED", course.offeredAt, second ? scene.cast().commissioner() : broker, null);
        if (accepted) event(award, "ACCEPTED", course.acceptedAt, scene.cast().provider(life.agency), null);
    }

    private void event(UUID award, String event, long at, Member by, @Nullable String reason) {
        scene.add(Table.AWARD_EVENT, award, event, At.instant(at), by.id(), by.name(), reason);
    }

    private void placement(Course course, Deal deal) {
        Life life = course.life;
        boolean started = scene.past(course.startToldAt);
        boolean ended = scene.past(course.endToldAt);
        UUID placement = Scene.placementId(life);
        UUID provider = scene.cast().organisation(life.agency);
        scene.add(
                Table.PLACEMENT,
                placement,
                Refs.of("PLC", life.number),
                id(course),
                Scene.packageId(life),
                Scene.packageRef(life),
                PersonRows.id(life),
                provider,
                life.where().code(),
                ended ? "ENDED" : started ? "LIVE" : "PENDING_START",
                deal.rate,
                At.date(deal.startOn),
                started ? At.instant(course.firstVisitAt) : null,
                ended ? At.date(life.lastDay + 1) : null,
                ended ? course.endReason : null,
                ended ? scene.cast().author(life).id() : null,
                At.instant(course.acceptedAt),
                life.userMinutesWeek(),
                life.carerMinutesWeek());
        for (int slot = 0; slot < life.calls.size(); slot++) {
            scene.add(Table.PLACEMENT_LINE, placement, Scene.lineId(life, slot), !ended);
        }
        scene.add(
                Table.RELEASE,
                placement,
                provider,
                At.instant(course.acceptedAt),
                ended ? At.instant(At.moment(life.lastDay + 1, 0)) : null);
    }

    private static UUID id(Course course) {
        return Dice.key(course.offeredAt, course.life.number, 700);
    }
}
