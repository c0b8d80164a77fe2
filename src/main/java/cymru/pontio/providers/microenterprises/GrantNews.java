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

/** The council's answer about a start-up grant, for the micro-enterprise it is for. */
@Component
class GrantNews implements NewsSource {
    private final JdbcClient jdbc;

    GrantNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Answered(UUID id, UUID provider, String ref, boolean yes) {}

    @Override
    public Set<String> actions() {
        return Set.of(MicroEvents.GrantMoved.class.getSimpleName());
    }

    /** The event names the micro-enterprise and not the grant: what was decided since yesterday, each once. */
    @Override
    public List<News> of(String action, String subject) {
        return jdbc.sql("""
                        select g.id, g.provider_id as provider, p.ref, g.status <> 'REFUSED' as yes
                        from providers.micro_grant g join providers.provider p on p.id = g.provider_id
                        where p.ref = ? and g.decided_at > clock_timestamp() - interval '1 day' order by g.decided_at, g.id""").param(subject).query(Answered.class).list().stream()
                .map(GrantNews::news)
                .toList();
    }

    private static News news(Answered one) {
        String answer =
                (one.yes() ? GrantStatus.APPROVED : GrantStatus.REFUSED).name().toLowerCase(Locale.ROOT);
        return News.of(
                        NewsKind.PLEDGE,
                        "microenterprises.news." + answer,
                        one.ref(),
                        null,
                        "/micro-enterprises/own",
                        Readers.provider(one.provider()))
                .once("grant " + one.id());
    }
}
