package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.bidding.Bids;
import cymru.pontio.carepackages.BackToMarket;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking an award back before anybody has been visited: one commissioner asks, another decides. Those that stand together are
 * taken back together.
 */
@Service
public class Revocations {
    private static final String CODE = BackToMarket.AWARD_REVOKED.name();

    private final AwardDesk desk;
    private final PlacementRegister register;
    private final CarePackages packages;
    private final Adverts adverts;
    private final Bids bids;

    Revocations(AwardDesk desk, PlacementRegister register, CarePackages packages, Adverts adverts, Bids bids) {
        this.desk = desk;
        this.register = register;
        this.packages = packages;
        this.adverts = adverts;
        this.bids = bids;
    }

    /** For the page that asks why: what cannot be taken back is told before anybody writes. */
    @Transactional(readOnly = true)
    public void mustBeOpenTo(Actor actor, AwardRef ref) {
        actor.must(Role.COMMISSIONER);
        Award award = desk.read(ref);
        register.mustNotSeemStarted(award);
        award.mustNotBeAsked();
    }

    @Transactional
    public void ask(Actor actor, AwardRef ref, String why) {
        List<Award> all = held(actor, ref);
        all.forEach(register::mustNotHaveStarted);
        for (Award award : all) {
            award.askRevocation(actor, desk.now(), why);
            desk.record(award, actor, AwardDesk.Event.REVOCATION_ASKED, why);
        }
    }

    /** The second commissioner does not agree: the award stays as it is. */
    @Transactional
    public void refuse(Actor actor, AwardRef ref) {
        for (Award award : held(actor, ref)) {
            award.keep(actor);
            desk.record(award, actor, AwardDesk.Event.REVOCATION_REFUSED, null);
        }
    }

    /** The award is over; what had been accepted is undone, and the provider no longer sees whose care it was. */
    @Transactional
    public void approve(Actor actor, AwardRef ref) {
        List<Award> all = held(actor, ref);
        register.holdProvider(all.getFirst().provider());
        all.forEach(award -> revoke(award, actor));
    }

    private void revoke(Award award, Actor actor) {
        boolean accepted = award.status() == AwardStatus.ACCEPTED;
        Instant now = desk.now();
        award.revoke(actor, now);
        if (accepted) register.revoke(award, actor, now);
        UUID bid = award.bid();
        if (bid != null) bids.passedOver(actor, bid);
        if (accepted) reopen(award, actor);
        desk.record(award, actor, AwardDesk.Event.REVOKED, award.revocationReason());
    }

    private void reopen(Award award, Actor actor) {
        AdvertId advert = award.advert();
        if (advert != null) adverts.noSuitableBid(actor, advert, CODE);
        if (packages.facts(award.carePackage()).search() == PackageStatus.AWARDED)
            packages.awardUndone(actor, award.carePackage(), CODE);
    }

    private List<Award> held(Actor actor, AwardRef ref) {
        actor.must(Role.COMMISSIONER);
        return desk.holdAll(desk.key(ref));
    }
}
