package cymru.pontio.matching;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.pledge.Pledges;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether and how well providers suit care that is sought, as known today. The rooms that call have already seen to it that
 * the person asking may; the rules serve the broker's ranking, the provider's own list, the plan and the bids alike.
 */
@Service
public class Suitabilities {
    private final MarketRows market;
    private final WorkRows works;
    private final Matching matching;
    private final Pledges pledges;
    private final Clock clock;

    Suitabilities(MarketRows market, WorkRows works, Matching matching, Pledges pledges, Clock clock) {
        this.market = market;
        this.works = works;
        this.matching = matching;
        this.pledges = pledges;
        this.clock = clock;
    }

    /** All agencies of today, to judge any amount of work against. The council’s own team does not compete. */
    @Transactional(readOnly = true)
    public Market market() {
        LocalDate today = today();
        List<Supplier> agencies = market.suppliers().stream()
                .filter(one -> one.provider().kind() == ProviderKind.AGENCY)
                .toList();
        return Market.of(today, agencies, pledges.qualityOn(today));
    }

    /** Every package a provider is sought for, with those of its calls that nobody has; without what is on hold. */
    @Transactional(readOnly = true)
    public List<Work> wanted() {
        return works.wanted(today());
    }

    /** Every package the provider gives or is to give calls of, with just those. */
    @Transactional(readOnly = true)
    public List<Work> heldBy(UUID provider) {
        return works.heldBy(provider, today());
    }

    /** @throws NotFound if it was never approved */
    @Transactional(readOnly = true)
    public Work work(PackageId carePackage) {
        return works.of(carePackage, today()).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** Whether this provider may bid, in its own words. A bid answers for start, rate and times itself. */
    @Transactional(readOnly = true)
    public Eligibility eligibility(AdvertFacts advert, UUID provider) {
        Work work = Work.of(advert, works.refused(advert.carePackage()), Set.of());
        return Matching.eligibility(work, market.supplier(provider), today());
    }

    /** The offers of a round with their points, best first; see {@link Matching#rank}. Spare hours count as left today. */
    @Transactional(readOnly = true)
    public List<Scored> rank(AdvertFacts advert, List<Offer> offers, long drawSeed) {
        Set<UUID> bidders = offers.stream().map(Offer::provider).collect(Collectors.toSet());
        return matching.rank(advert, offers, market.suppliers(bidders), drawSeed);
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
