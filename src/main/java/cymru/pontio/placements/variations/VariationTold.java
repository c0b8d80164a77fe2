package cymru.pontio.placements.variations;

import static cymru.pontio.placements.variations.VariationStatus.REQUESTED;

import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import cymru.pontio.site.Unmailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who hears of a change: whoever has to answer it now, and in the end both sides. */
@Component
class VariationTold implements NewsSource {
    private static final String MOVED = VariationMoved.class.getSimpleName();

    private static final String SENTENCE = "variations.news.";

    private final VariationTable table;
    private final JdbcClient jdbc;

    VariationTold(VariationTable table, JdbcClient jdbc) {
        this.table = table;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> actions() {
        return Set.of(MOVED);
    }

    /** As it stands when it is told: whoever need no longer answer is not asked to. */
    @Override
    public List<News> of(String action, String subject) {
        return table.find(new VariationRef(subject)).map(VariationTold::news).orElse(List.of());
    }

    @Override
    public void over(Unmailed told) {
        for (VariationStatus waiting : List.of(REQUESTED, VariationStatus.WITH_FINANCE, VariationStatus.WITH_PROVIDER))
            told.onlyWhere(
                    jdbc,
                    "select ref, from_on as day from placements.variation where status = '" + waiting + "'",
                    SENTENCE + waiting);
    }

    private static List<News> news(Variation one) {
        List<News> news = new ArrayList<>();
        if (one.status() == REQUESTED) {
            news.add(of(one, Readers.council(Role.BROKER)));
            news.add(of(one, Readers.team(one.team())));
            return news;
        }
        switch (one.status()) {
            case WITH_FINANCE -> news.add(of(one, Readers.council(Role.FINANCE)));
            case WITH_PROVIDER -> news.add(of(one, Readers.provider(one.provider())));
            default -> {
                news.add(of(one, Readers.team(one.team())));
                news.add(of(one, Readers.provider(one.provider())));
            }
        }
        return news;
    }

    private static News of(Variation one, Readers readers) {
        return News.of(
                        NewsKind.CHANGE,
                        SENTENCE + one.status(),
                        one.ref().value(),
                        null,
                        "/variations/" + one.ref(),
                        readers)
                .on(one.from());
    }
}
