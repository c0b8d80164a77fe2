package cymru.pontio.areas;

import static java.util.stream.Collectors.toMap;

import cymru.pontio.kernel.NotFound;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import cymru.pontio.site.Language;
import cymru.pontio.site.OneOf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The council's localities. Never derived from an outward code alone: many codes cross the county's border. */
@Service
public class Areas {
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Map<Language, Sorted> sorted = new ConcurrentHashMap<>();
    private volatile Named named = new Named(System.nanoTime(), Map.of());

    Areas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Retired ones too, because what happened stays where it happened. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Locality> all() {
        return select("");
    }

    /** Those that new work may be in. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Locality> current() {
        return select("where retired_at is null");
    }

    private List<Locality> select(String where) {
        return jdbc.sql("select code, name_en, name_cy from areas.locality " + where + " order by name_en")
                .query((row, n) -> new Locality(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** With the names it had at most five seconds ago: pages about one package ask for it every time. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Locality locality(String code) {
        Named known = named;
        if (old(known.readAt()) || !known.byCode().containsKey(code)) {
            known = new Named(System.nanoTime(), all().stream().collect(toMap(Locality::code, Function.identity())));
            named = known;
        }
        return Optional.ofNullable(known.byCode().get(code)).orElseThrow(NotFound::new);
    }

    /**
     * The locality that a list is asked for in an address, or none. Of one that is not there it would say that it is empty.
     *
     * @param code as typed
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public void mustKnow(String code) {
        OneOf.of(code, all().stream().map(Locality::code).toList());
    }

    /**
     * All current localities as answers of a form, in the reader's alphabet: ch, dd, ff, ll are letters in Welsh. As they were
     * at most five seconds ago, for a change on another node is not heard of here; what is sent is checked against the table.
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Choice> choices(Formats formats) {
        Language language = Language.of(formats.locale());
        Sorted known = sorted.get(language);
        if (known == null || old(known.readAt())) {
            known = new Sorted(System.nanoTime(), sorted(current(), formats));
            sorted.put(language, known);
        }
        return known.choices();
    }

    /** To be said in the transaction of a change: here it is seen at once. */
    void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sorted.clear();
                named = new Named(System.nanoTime(), Map.of());
            }
        });
    }

    private static boolean old(long readAt) {
        return System.nanoTime() - readAt > KEPT.toNanos();
    }

    private record Sorted(long readAt, List<Choice> choices) {}

    private record Named(long readAt, Map<String, Locality> byCode) {}

    private static List<Choice> sorted(List<Locality> localities, Formats formats) {
        return formats.inAlphabet(localities).stream()
                .map(one -> new Choice(one.code(), formats.either(one.nameEn(), one.nameCy())))
                .toList();
    }
}
