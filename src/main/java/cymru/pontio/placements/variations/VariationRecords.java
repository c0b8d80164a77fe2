package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.CallTerms;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.ServiceOrders;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Variations as people look at them: one with its calls and consequences, and lists. */
@Service
class VariationRecords {
    static final int PAGE = 50;
    private static final int FILE = 100_000;

    private final VariationDesk desk;
    private final VariationTable table;
    private final VariationNews news;
    private final PastDays past;
    private final ServiceOrders orders;
    private final JdbcClient jdbc;
    private final Clock clock;

    VariationRecords(
            VariationDesk desk,
            VariationTable table,
            VariationNews news,
            PastDays past,
            ServiceOrders orders,
            JdbcClient jdbc,
            Clock clock) {
        this.desk = desk;
        this.table = table;
        this.news = news;
        this.past = past;
        this.orders = orders;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param was none where a call comes on top; {@code now} none where one only ends */
    record Change(@Nullable CallTerms was, @Nullable CallTerms now) {}

    /**
     * @param weekBefore pounds a week at the placement's rate on the first day
     * @param past what changes on days that are past; none where there are none
     * @param language in which the tasks of the package's calls are written
     */
    record View(
            Variation variation,
            List<Change> changes,
            List<VariationTable.Step> steps,
            Money weekBefore,
            Money weekAfter,
            PastDays.@Nullable Consequences past,
            String language,
            LocalDate today) {}

    record Page(List<Variation> rows, @Nullable VariationRef next, LocalDate today) {}

    @Transactional
    public View view(Actor actor, VariationRef ref) {
        Variation shown = desk.find(actor, ref);
        news.read(actor, shown);
        List<ChangedCall> calls = table.calls(shown.id());
        Map<UUID, CallTerms> ever = new HashMap<>();
        orders.since(shown.placement(), shown.carePackage(), LocalDate.EPOCH)
                .forEach(owed -> ever.put(owed.call().call().id(), Variations.terms(owed)));
        List<Change> changes = new ArrayList<>();
        for (ChangedCall call : calls)
            changes.add(new Change(call.call() == null ? null : ever.get(call.call()), call.terms()));
        Money rate = rate(shown);
        return new View(
                shown,
                changes,
                steps(actor, shown),
                rate.forMinutes(shown.before().carer().minutes()),
                rate.forMinutes(shown.after().carer().minutes()),
                past.of(shown, changes, shown.pastBefore(today())),
                language(shown),
                today());
    }

    private String language(Variation shown) {
        return jdbc.sql("select text_language from carepackages.care_package where id = ?")
                .param(shown.carePackage().value())
                .query(String.class)
                .single();
    }

    /** What became of hours that a provider declined is the council's affair. */
    private List<VariationTable.Step> steps(Actor actor, Variation shown) {
        return table.steps(shown.id()).stream()
                .filter(step -> !step.event().equals("SETTLED") || !VariationDesk.ofProvider(actor))
                .toList();
    }

    /** Latest request first. */
    @Transactional(readOnly = true)
    public Page list(Actor actor, @Nullable VariationStatus status, @Nullable VariationRef after) {
        List<Variation> rows = rows(actor, status, null, after, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<Variation> shown = more ? rows.subList(0, PAGE) : rows;
        return new Page(shown, more ? shown.getLast().ref() : null, today());
    }

    @Transactional(readOnly = true)
    public List<Variation> all(Actor actor, @Nullable VariationStatus status) {
        return rows(actor, status, null, null, FILE);
    }

    @Transactional(readOnly = true)
    public List<Variation> ofPackage(Actor actor, String packageRef) {
        return rows(actor, null, packageRef, null, FILE);
    }

    /** How many wait for an answer that this reader can give. */
    @Transactional(readOnly = true)
    public long waiting(Actor actor, VariationStatus status) {
        return jdbc.sql("select count(*) from placements.variation v where v.status = :status and "
                        + VariationDesk.VISIBLE)
                .param("status", status.name())
                .params(VariationDesk.sight(actor))
                .query(Long.class)
                .single();
    }

    private List<Variation> rows(
            Actor actor,
            @Nullable VariationStatus status,
            @Nullable String packageRef,
            @Nullable VariationRef after,
            int limit) {
        actor.must(VariationDesk.READERS);
        Key key = after == null ? null : key(desk.find(actor, after));
        return jdbc.sql(VariationTable.SELECT + "where " + VariationDesk.VISIBLE + """
                and (cast(:status as text) is null or v.status = :status)
                and (cast(:package as text) is null or v.package_ref = :package)
                and (cast(:at as timestamptz) is null or (v.requested_at, v.id) < (:at, cast(:id as uuid)))
                order by v.requested_at desc, v.id desc limit :limit""")
                .params(VariationDesk.sight(actor))
                .param("status", status == null ? null : status.name())
                .param("package", packageRef)
                .param("at", key == null ? null : Timestamp.from(key.at()))
                .param("id", key == null ? null : key.id())
                .param("limit", limit)
                .query((row, n) -> VariationTable.variation(row))
                .list();
    }

    private record Key(Instant at, UUID id) {}

    private static Key key(Variation last) {
        return new Key(last.requestedAt(), last.id());
    }

    private Money rate(Variation shown) {
        return new Money(jdbc.sql("select placements.rate_on(id, rate, ?) from placements.placement where id = ?")
                .params(shown.from(), shown.placement())
                .query(BigDecimal.class)
                .single());
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
