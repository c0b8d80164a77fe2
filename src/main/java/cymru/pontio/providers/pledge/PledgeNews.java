package cymru.pontio.providers.pledge;

import cymru.pontio.identity.Readers;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import cymru.pontio.site.Unmailed;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a provider hears of its pledge: a level earned, withdrawn or run out, what the council asks about it, and a new version. */
@Component
class PledgeNews implements NewsSource {
    private static final String ACCEPTED = PledgeEvents.AttestationAccepted.class.getSimpleName();
    private static final String QUERIED = PledgeEvents.AttestationQueried.class.getSimpleName();
    private static final String WITHDRAWN = PledgeEvents.PledgeLevelWithdrawn.class.getSimpleName();
    private static final String ADOPTED = PledgeEvents.PledgeAdopted.class.getSimpleName();

    private final JdbcClient jdbc;

    PledgeNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Told(UUID provider, String ref, String what, LocalDate day) {}

    @Override
    public Set<String> actions() {
        return Set.of(ACCEPTED, QUERIED, WITHDRAWN, ADOPTED);
    }

    @Override
    public List<News> of(String action, String subject) {
        if (action.equals(ACCEPTED)) return earned(subject);
        if (action.equals(ADOPTED)) return adopted(subject);
        if (action.equals(QUERIED))
            return read("""
                    select a.provider_id as provider, a.ref, 'queried' as what,
                        (a.attested_at at time zone 'Europe/London')::date as day
                    from providers.pledge_attestation a where a.ref = ? and a.status = 'QUERIED'""", subject).stream().map(PledgeNews::news).toList();
        return read("""
                select w.provider_id as provider, p.ref, 'withdrawn.' || w.level as what, w.from_on as day
                from providers.pledge_withdrawal w join providers.provider p on p.id = w.provider_id
                where p.ref = ? order by w.at desc, w.id desc limit 1""", subject).stream().map(PledgeNews::once).toList();
    }

    @Override
    public void over(Unmailed told) {
        told.onlyWhere(
                jdbc, "select ref from providers.pledge_attestation where status = 'QUERIED'", "pledge.news.queried");
    }

    /** Agencies attest anew, and may do so before its first day. */
    private List<News> adopted(String version) {
        return jdbc.sql("""
                select p.id as provider, p.ref, v.number, v.starts_on as day
                from providers.pledge_version v cross join providers.provider p
                where 'PLEDGE ' || v.number = ? and p.kind = 'AGENCY' order by p.ref""")
                .param(version)
                .query((row, n) -> News.of(
                                NewsKind.PLEDGE,
                                "pledge.news.version",
                                row.getString("ref"),
                                null,
                                "/pledge/versions/" + row.getInt("number"),
                                Readers.provider(row.getObject("provider", UUID.class)))
                        .on(row.getObject("day", LocalDate.class)))
                .list();
    }

    /** Only where the accepted clause was the last that was missing. */
    private List<News> earned(String attestation) {
        return read("""
                select h.provider_id as provider, p.ref, 'earned.' || h.level as what, lower(h.during) as day
                from providers.pledge_attestation a
                join providers.pledge_holding h on h.provider_id = a.provider_id and lower(h.during) = a.accepted_from
                join providers.provider p on p.id = a.provider_id
                where a.ref = ?""", attestation).stream().map(PledgeNews::once).toList();
    }

    @Override
    public List<News> due() {
        return read("""
                select h.provider_id as provider, p.ref, 'ended.' || h.level as what, upper(h.during) as day
                from providers.pledge_holding h join providers.provider p on p.id = h.provider_id
                where h.ending in ('EXPIRED', 'NEW_VERSION')
                    and upper(h.during) between (clock_timestamp() at time zone 'Europe/London')::date - 7
                        and (clock_timestamp() at time zone 'Europe/London')::date
                order by p.ref""").stream().map(PledgeNews::once).toList();
    }

    private static News once(Told one) {
        return news(one).once("pledge." + one.what() + " " + one.ref() + " " + one.day());
    }

    private static News news(Told one) {
        return News.of(
                        NewsKind.PLEDGE,
                        "pledge.news." + one.what(),
                        one.ref(),
                        null,
                        "/standing",
                        Readers.provider(one.provider()))
                .on(one.day());
    }

    private List<Told> read(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Told.class).list();
    }
}
