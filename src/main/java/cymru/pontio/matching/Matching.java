package cymru.pontio.matching;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.pledge.PledgeQuality;
import cymru.pontio.providers.pledge.Pledges;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Whether and how well providers suit an advert. The same rules serve bidding, the broker and the provider’s list. */
@Service
public class Matching {
    private final Function<LocalDate, PledgeQuality> pledge;

    @Autowired
    Matching(Pledges pledges) {
        pledge = pledges::qualityOn;
    }

    private Matching() {
        pledge = day -> PledgeQuality.NONE;
    }

    /** Scores as if there were no pledge. */
    public static Matching withoutPledge() {
        return new Matching();
    }

    /** All hard rules: accreditation, embargo, lot, patch, double-handed, training, Welsh as a need. */
    public Eligibility eligibility(AdvertFacts advert, ProviderView provider, LocalDate on) {
        return EligibilityPolicy.decide(advert, provider, on);
    }

    /**
     * Scores and ranks offers. Price: weight x lowest rate / this rate. Start: weight x max(0, 1 - days late / 7). Ties:
     * earlier start, then quality, then a draw from the seed; never the time of bidding. The pledge counts in quality as
     * the council had set it for the day of the deadline, which is not at all unless it says so.
     *
     * @param drawSeed recorded with the result, so that anybody can draw again
     */
    public List<Scored> rank(AdvertFacts advert, List<Offer> offers, Map<UUID, ProviderView> providers, long drawSeed) {
        Scoring scoring = new Scoring(advert, offers, providers, pledge.apply(Zone.dayOf(advert.deadline())));
        List<Ranking.Entry> entries = offers.stream()
                .map(offer -> new Ranking.Entry(offer, scoring.points(offer)))
                .toList();
        return Ranking.of(entries, drawSeed);
    }

    /** How often the pledge counts in the quality of this round, beside the other parts; nought if not at all. */
    public int pledgeWeight(AdvertFacts advert) {
        return pledge.apply(Zone.dayOf(advert.deadline())).weight();
    }
}
