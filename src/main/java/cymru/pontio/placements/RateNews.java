package cymru.pontio.placements;

import cymru.pontio.identity.Readers;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a provider hears when the council has decided new rates for care that it gives already. */
@Component
class RateNews implements NewsSource {
    /** A proposal for running placements, in the room of rates. */
    private static final String APPROVED = "RatesApproved";

    private final JdbcClient jdbc;

    RateNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Told(UUID provider, LocalDate start) {}

    @Override
    public Set<String> actions() {
        return Set.of(APPROVED);
    }

    @Override
    public List<News> of(String action, String subject) {
        return jdbc.sql("""
                select distinct p.provider_id as provider, r.from_on as start
                from placements.placement_rate r join placements.placement p on p.id = r.placement_id
                where r.proposal = ?""").param(subject).query(Told.class).stream()
                .map(one -> News.of(
                                NewsKind.CHANGE,
                                "placements.news.rates",
                                subject,
                                null,
                                "/placements?status=LIVE",
                                Readers.provider(one.provider()))
                        .on(one.start()))
                .toList();
    }
}
