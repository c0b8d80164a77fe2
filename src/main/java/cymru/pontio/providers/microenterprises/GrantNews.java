package cymru.pontio.providers.microenterprises;

import cymru.pontio.identity.Readers;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The council's answer about a start-up grant and its payment, for the micro-enterprise it is for. */
@Component
class GrantNews implements NewsSource {
    private final JdbcClient jdbc;

    GrantNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Moved(UUID id, UUID provider, String ref, GrantStatus status) {}

    @Override
    public Set<String> actions() {
        return Set.of(MicroEvents.GrantMoved.class.getSimpleName());
    }

    /** The event names the micro-enterprise and not the grant: what was decided or paid since yesterday, each once. */
    @Override
    public List<News> of(String action, String subject) {
        return jdbc.sql("""
                        select g.id, g.provider_id as provider, p.ref, step.status
                        from providers.micro_grant g join providers.provider p on p.id = g.provider_id,
                             lateral (values (case g.status when 'REFUSED' then 'REFUSED' else 'APPROVED' end, g.decided_at),
                                             ('PAID', g.paid_at)) step (status, at)
                        where p.ref = ? and step.at > clock_timestamp() - interval '1 day' order by step.at, g.id""").param(subject).query(Moved.class).list().stream()
                .map(GrantNews::news)
                .toList();
    }

    private static News news(Moved one) {
        return News.of(
                        NewsKind.PLEDGE,
                        "microenterprises.news." + one.status().name().toLowerCase(Locale.ROOT),
                        one.ref(),
                        null,
                        "/micro-enterprises/own",
                        Readers.provider(one.provider()))
                .once((one.status() == GrantStatus.PAID ? "grant paid " : "grant ") + one.id());
    }
}
