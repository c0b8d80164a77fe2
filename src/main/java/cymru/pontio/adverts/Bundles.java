package cymru.pontio.adverts;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adverts that were published together. Each is an advert like any other, and may be bid for alone. */
@Service
public class Bundles {
    private static final int PAGE = 25;
    private static final int FILE = 5000;

    private final BundleRows rows;
    private final AdvertRows rounds;
    private final Adverts adverts;

    Bundles(BundleRows rows, AdvertRows rounds, Adverts adverts) {
        this.rows = rows;
        this.rounds = rounds;
        this.adverts = adverts;
    }

    record Page(List<BundleRows.Line> rows, @Nullable String next) {}

    /** For the council: all of it. */
    @Transactional(readOnly = true)
    public BundleFacts facts(Actor actor, BundleRef ref) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        BundleRows.Row row = rows.find(ref).orElseThrow(NotFound::new);
        return facts(row, inOrder(row), rows.awaited(row.id()));
    }

    /**
     * For a provider: those of its adverts that it may see, as each by itself. Whether there are others it is not told: that
     * would tell of a refusal. Of one alone there is no bundle.
     */
    @Transactional(readOnly = true)
    public BundleFacts forProvider(Actor actor, BundleRef ref) {
        BundleRows.Row row = rows.find(ref).orElseThrow(NotFound::new);
        List<AdvertFacts> seen = adverts.among(actor, rows.refs(row.id()));
        if (seen.size() < 2) throw new NotFound();
        return facts(row, seen, Set.of());
    }

    /** The bundle that a provider may bid for this advert with; none where it sees no other of it. */
    @Transactional(readOnly = true)
    public Optional<BundleRef> with(Actor actor, AdvertId advert) {
        return rows.of(advert)
                .filter(ref -> adverts.among(
                                        actor,
                                        rows.refs(rows.find(ref).orElseThrow().id()))
                                .size()
                        > 1);
    }

    /** The bundle an advert was published in. */
    @Transactional(readOnly = true)
    public Optional<BundleRef> of(AdvertId advert) {
        return rows.of(advert);
    }

    @Transactional(readOnly = true)
    public Page page(Actor actor, @Nullable Cursor after) {
        List<BundleRows.Line> found = list(actor, after, PAGE + 1);
        if (found.size() <= PAGE) return new Page(found, null);
        BundleRows.Line last = found.get(PAGE - 1);
        return new Page(found.subList(0, PAGE), new Cursor(last.publishedAt(), last.ref()).toString());
    }

    @Transactional(readOnly = true)
    public List<BundleRows.Line> all(Actor actor) {
        return list(actor, null, FILE);
    }

    private List<BundleRows.Line> list(Actor actor, @Nullable Cursor after, int most) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        return rows.list(after, most);
    }

    private List<AdvertFacts> inOrder(BundleRows.Row row) {
        List<String> refs = rows.refs(row.id());
        Map<String, AdvertFacts> found = rounds.byRefs(refs).stream()
                .collect(Collectors.toMap(one -> one.ref().value(), Function.identity()));
        return refs.stream().map(ref -> Objects.requireNonNull(found.get(ref))).toList();
    }

    private static BundleFacts facts(BundleRows.Row row, List<AdvertFacts> adverts, Set<AdvertId> awaited) {
        return new BundleFacts(row.id(), new BundleRef(row.ref()), row.by(), row.at(), adverts, awaited);
    }
}
