package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.bidding.BidEvents.BidDeclined;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.RuleBroken;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Providers that say they will not bid, and why. A provider that changes its mind may still bid. */
@Service
public class Declines {
    private final JdbcClient jdbc;
    private final Adverts adverts;
    private final BidRepository bids;
    private final ApplicationEventPublisher events;

    Declines(JdbcClient jdbc, Adverts adverts, BidRepository bids, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.adverts = adverts;
        this.bids = bids;
        this.events = events;
    }

    /** A provider that did not bid, as those who award read it once the round is closed. */
    record Declined(String provider, DeclineReason reason, String note) {}

    /** Of a round that is closed; until then there are none for anybody to see. */
    List<Declined> of(AdvertId advert) {
        return jdbc.sql("""
                select p.name as provider, d.reason, d.note
                from bidding.report_decline c
                join bidding.decline d on d.advert_id = c.advert_id and d.provider_id = c.provider_id
                join providers.report_provider p on p.id = d.provider_id
                where c.advert_id = ? order by p.name, p.id""").param(advert.value()).query(Declined.class).list();
    }

    /** Nobody writes a reason that cannot be sent. */
    @Transactional(readOnly = true)
    public void mayDecline(Actor actor, AdvertRef ref) {
        AdvertFacts advert = adverts.forProvider(actor, ref);
        advert.mustTakeBids();
        mustNotHaveBid(actor, advert);
        boolean declined = jdbc.sql(
                        "select exists (select from bidding.decline where advert_id = ? and provider_id = ?)")
                .params(advert.id().value(), actor.organisation())
                .query(Boolean.class)
                .single();
        if (declined) throw new RuleBroken("bidding.error.alreadyDeclined");
    }

    /** Until the deadline, once, and not beside a bid. */
    @Transactional
    public void decline(Actor actor, AdvertRef ref, DeclineReason reason, String note) {
        AdvertFacts advert =
                adverts.holdForBid(actor, adverts.forProvider(actor, ref).id());
        mustNotHaveBid(actor, advert);
        UUID id = Ids.next();
        int written = jdbc.sql("""
                insert into bidding.decline (id, advert_id, provider_id, reason, note, by_account, at)
                values (?, ?, ?, ?, ?, ?, clock_timestamp()) on conflict (advert_id, provider_id) do nothing""")
                .params(id, advert.id().value(), actor.organisation(), reason.name(), note, actor.userId())
                .update();
        if (written == 0) throw new RuleBroken("bidding.error.alreadyDeclined");
        adverts.letGo(actor, advert);
        events.publishEvent(new BidDeclined(actor, "DECLINE " + id));
    }

    private void mustNotHaveBid(Actor actor, AdvertFacts advert) {
        if (bids.live(advert.id().value(), actor.organisation()).isPresent())
            throw new RuleBroken("bidding.error.declineAfterBid");
    }
}
