package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertReach;
import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import cymru.pontio.site.Unmailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What providers hear of time running out and of what became of their bids, and brokers of rounds that have closed. Until a
 * round is decided nobody learns from it who bid.
 */
@Component
class BidNews implements NewsSource {
    private static final String SUCCESSFUL = BidEvents.BidSuccessful.class.getSimpleName();
    private static final String SET_ASIDE = BidEvents.BidSetAside.class.getSimpleName();
    /** Rounds are the other room’s; this is how it calls their end. */
    private static final Set<String> ROUND_OVER = Set.of("RoundWithoutSuitableBid", "RoundCancelled");

    private final JdbcClient jdbc;
    private final AdvertReach reach;

    BidNews(JdbcClient jdbc, AdvertReach reach) {
        this.jdbc = jdbc;
        this.reach = reach;
    }

    private record Own(String ref, UUID provider, String locality) {}

    @Override
    public Set<String> actions() {
        Set<String> actions = ROUND_OVER.stream().collect(Collectors.toSet());
        actions.add(SUCCESSFUL);
        actions.add(SET_ASIDE);
        return actions;
    }

    @Override
    public List<News> of(String action, String subject) {
        if (action.equals(SET_ASIDE)) return results("bidding.news.setAside", "b.ref = ?", subject);
        if (action.equals(SUCCESSFUL)) return results("bidding.news.unsuccessful", """
                    b.status = 'UNSUCCESSFUL' and not exists (select from placements.report_fallen_offer f where f.bid_id = b.id)
                    and b.advert_id = (select w.advert_id from bidding.bid w where w.ref = ?)""", subject);
        List<News> news =
                new ArrayList<>(results("bidding.news.nobody", "b.status <> 'WITHDRAWN' and a.ref = ?", subject));
        news.addAll(results("bidding.news.broken", """
                b.status = 'SUBMITTED' and a.status = 'OPEN' and exists (
                    select from bidding.bid o join bidding.bundle_bid g on g.id = o.bundle_bid_id and g.only_together
                    join adverts.advert r on r.id = o.advert_id
                    where o.bundle_bid_id = b.bundle_bid_id and r.ref = ?)""", subject));
        return news;
    }

    @Override
    public List<News> due() {
        List<News> news = new ArrayList<>(closing());
        news.addAll(closed());
        return news;
    }

    @Override
    public void over(Unmailed told) {
        told.onlyWhere(jdbc, """
                select a.ref, a.deadline as at from adverts.advert a
                where a.status = 'OPEN' and a.deadline between clock_timestamp() and clock_timestamp() + interval '24 hours'
                  and not exists (select from bidding.bid b
                      where b.advert_id = a.id and b.provider_id = :organisation and b.status <> 'WITHDRAWN')
                  and not exists (select from bidding.decline d where d.advert_id = a.id and d.provider_id = :organisation)""", "bidding.news.closing");
        told.onlyWhere(jdbc, """
                select a.ref from adverts.advert a where a.status = 'OPEN'
                  and not exists (select from bidding.opening o where o.advert_id = a.id)""", "bidding.news.closed", "bidding.news.closedWithout");
    }

    private List<News> results(String messageKey, String which, String subject) {
        return jdbc.sql("""
                select b.ref, b.provider_id as provider, a.locality
                from bidding.bid b join adverts.advert a on a.id = b.advert_id where\s""" + which + " order by b.ref").param(subject).query(Own.class).list().stream()
                .map(bid -> News.of(
                        NewsKind.RESULT,
                        messageKey,
                        bid.ref(),
                        bid.locality(),
                        "/bids/" + bid.ref(),
                        Readers.provider(bid.provider())))
                .toList();
    }

    /** Providers that have neither bid nor said no. A deadline that moves comes near a second time. */
    private List<News> closing() {
        return reach.closingSoon().stream()
                .map(round -> News.of(
                                NewsKind.CLOSING,
                                "bidding.news.closing",
                                round.ref().value(),
                                round.locality(),
                                "/opportunities/" + round.ref(),
                                Readers.providers(undecided(round)))
                        .at(round.deadline())
                        .once("bidding.closing " + round.ref() + " " + round.deadline()))
                .toList();
    }

    private Set<UUID> undecided(AdvertReach.Reached round) {
        Set<UUID> decided = jdbc.sql("""
                select provider_id from bidding.bid where advert_id = :advert and status <> 'WITHDRAWN'
                union select provider_id from bidding.decline where advert_id = :advert""").param("advert", round.id().value()).query(UUID.class).list().stream()
                .collect(Collectors.toSet());
        return round.providers().stream().filter(one -> !decided.contains(one)).collect(Collectors.toSet());
    }

    private List<News> closed() {
        return jdbc.sql("""
                select a.ref, a.locality, p.ref as package, coalesce(t.closed_at, a.deadline) as closed_at,
                    exists (select from bidding.bid b where b.advert_id = a.id and b.status <> 'WITHDRAWN') as bids
                from adverts.advert a
                join carepackages.care_package p on p.id = a.care_package_id
                left join adverts.taken_up t on t.advert_id = a.id
                where a.status = 'OPEN'
                  and coalesce(t.closed_at, a.deadline) between clock_timestamp() - interval '1 day' and clock_timestamp()
                order by a.ref""")
                .query((row, n) -> News.of(
                                NewsKind.ROUND,
                                row.getBoolean("bids") ? "bidding.news.closed" : "bidding.news.closedWithout",
                                row.getString("ref"),
                                row.getString("locality"),
                                "/packages/" + row.getString("package") + "/bids",
                                Readers.council(Role.BROKER))
                        .at(row.getTimestamp("closed_at").toInstant())
                        .once("bidding.closed " + row.getString("ref") + " " + row.getTimestamp("closed_at")))
                .list();
    }
}
