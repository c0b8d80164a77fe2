package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertId;
import cymru.pontio.bidding.Bids;
import cymru.pontio.bidding.RankedBid;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.matching.Eligibility;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.rates.Rates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes awards and sends offers out. The caller holds the package and its round. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Awarding {

    private final AwardDesk desk;
    private final CarePackages packages;
    private final Bids bids;
    private final Providers providers;
    private final Rates rates;
    private final Suppliers suppliers;

    Awarding(AwardDesk desk, CarePackages packages, Bids bids, Providers providers, Rates rates, Suppliers suppliers) {
        this.desk = desk;
        this.packages = packages;
        this.bids = bids;
        this.providers = providers;
        this.rates = rates;
        this.suppliers = suppliers;
    }

    AwardRef propose(PackageFacts facts, AwardTerms terms, Actor by) {
        mustBeGood(facts, terms.provider());
        Award award = make(facts, terms, by, AwardDesk.Event.PROPOSED);
        if (award.causes().isEmpty()) offer(award, by);
        return award.ref();
    }

    /** All of these or none; where nobody need be asked about any, all offers go out at once. */
    List<AwardRef> proposeTogether(List<PackageFacts> facts, List<AwardTerms> terms, Actor by) {
        List<Award> all = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            mustBeGood(facts.get(i), terms.get(i).provider());
            all.add(make(facts.get(i), terms.get(i), by, AwardDesk.Event.PROPOSED));
        }
        if (all.stream().allMatch(award -> award.causes().isEmpty())) all.forEach(award -> offer(award, by));
        return all.stream().map(Award::ref).toList();
    }

    /**
     * Asked once more: between the choice and the second person's yes, work may have been stopped, the package put on hold, or
     * the person may have refused the provider.
     */
    void offer(Award award, Actor by) {
        mustBeGood(packages.facts(award.carePackage()), award.provider());
        UUID bid = award.bid();
        if (bid != null) bids.selected(by, bid);
        award.offer(by.name(), desk.now());
        desk.record(award, by, AwardDesk.Event.OFFERED, null);
    }

    /** The next bid is offered the work by itself, unless somebody would have to be asked about it. */
    void moveUp(Award fallen, AdvertId advert, RankedBid next) {
        PackageFacts facts = packages.facts(fallen.carePackage());
        AwardTerms terms = AwardTerms.ofBid(advert, next, true, fallen.id(), null);
        ProviderView provider = providers.hold(next.provider());
        boolean may = !facts.onHold()
                && ProviderStanding.inPatch(provider, facts.locality(), today()) instanceof Eligibility.Eligible
                && suppliers.wanted(facts.id(), next.provider())
                && suppliers.stays(facts.id(), next.provider()) instanceof Eligibility.Eligible
                && bids.mayBeSelected(next.id());
        if (!may || next.exceptional() != null || terms.costAYear(facts).isMoreThan(plan(facts, terms))) return;
        offer(make(facts, terms, Succession.CLOCK, AwardDesk.Event.MOVED_UP), Succession.CLOCK);
    }

    /** What the same calls cost a year at the standard rate: the money that was approved for them. */
    Money plan(PackageFacts facts, AwardTerms terms) {
        return rates.yearly(terms.hours(facts), today());
    }

    LocalDate today() {
        return Zone.dayOf(desk.now());
    }

    private void mustBeGood(PackageFacts facts, UUID provider) {
        if (facts.onHold()) throw new RuleBroken("placements.error.onHold");
        ProviderStanding.mustBeGood(providers.hold(provider), today());
        if (!suppliers.wanted(facts.id(), provider)) throw new RuleBroken("placements.standing.unwanted");
        ProviderStanding.mustBe(suppliers.stays(facts.id(), provider));
    }

    private Award make(PackageFacts facts, AwardTerms terms, Actor by, AwardDesk.Event event) {
        Award award = new Award(desk.freeRef(), facts, terms, plan(facts, terms), by, desk.now());
        try {
            desk.record(award, by, event, terms.reason());
        } catch (DataIntegrityViolationException e) {
            throw new RuleBroken("placements.error.taken");
        }
        return award;
    }
}
