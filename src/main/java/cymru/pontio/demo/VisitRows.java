package cymru.pontio.demo;

import cymru.pontio.demo.Visit.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Turns visits into rows of {@code visits.visit}. Whatever is the same in all visits of a life is encoded once. */
final class VisitRows implements Visit.Sink {
    /** Minute of the next day at which the agencies' call monitoring sends what happened. */
    static final int RECORDED = 5 * 60 + 20;

    static final List<String> COLUMNS = List.of(
            "id",
            "provider_id",
            "placement_id",
            "care_package_id",
            "person_id",
            "locality",
            "kind",
            "recorded_by",
            "provider_visit_id",
            "visit_date",
            "planned_start",
            "planned_end",
            "actual_start",
            "actual_end",
            "workers",
            "status",
            "worker_id",
            "reason",
            "user_minutes",
            "recorded_at",
            "superseded_at");

    /** Which visit stands under a number. */
    static final List<String> STANDING = List.of("provider_id", "provider_visit_id", "visit_date", "visit_id");

    private static final int BLOCK = 1 << 18;
    private static final Map<Outcome, List<byte[]>> REASONS = reasons();
    private static final Map<Outcome, byte[]> STATUS = new EnumMap<>(Outcome.class);
    private static final byte[] NOTHING = {};

    static {
        for (Outcome one : Outcome.values()) STATUS.put(one, bytes(one.name()));
    }

    private final BinaryRows rows = new BinaryRows();
    private final BinaryRows standing = new BinaryRows();
    private final Cast cast;
    private final Consumer<byte[]> blocks;
    private final byte[] id = bytes("00000-000000-0");
    private final byte[] carer = bytes("C000000");
    private int firstCarer;
    private byte[] same = NOTHING;
    private final long now;
    private UUID provider = new UUID(0, 0);
    private long count;

    /** @param now corrections still to come are not made */
    VisitRows(Cast cast, long now, Consumer<byte[]> blocks) {
        this.cast = cast;
        this.now = now;
        this.blocks = blocks;
    }

    long count() {
        return count;
    }

    /** The visits that come next are this life's. */
    void of(Life life) {
        BinaryRows prefix = new BinaryRows();
        prefix.uuid(cast.organisation(life.agency));
        prefix.uuid(Scene.placementId(life));
        prefix.uuid(Scene.packageId(life));
        prefix.uuid(PersonRows.id(life));
        prefix.text(life.where().code());
        prefix.text(life.inhouse() ? "INHOUSE" : "AGENCY");
        prefix.uuid(cast.provider(life.agency).id());
        same = prefix.take();
        provider = cast.organisation(life.agency);
        digits(id, 0, 5, life.number);
        firstCarer = life.number * Diary.CARERS;
    }

    void month() {
        rows.header();
        standing.header();
    }

    /** @return which of the month's visits stand */
    byte[] monthEnd() {
        rows.trailer();
        blocks.accept(rows.take());
        standing.trailer();
        return standing.take();
    }

    @Override
    public void visit(Life life, Visit visit) {
        long recorded = At.moment(visit.day + 1, RECORDED);
        long corrected = At.moment(visit.day + 1 + visit.correctedAfter, 10 * 60 + life.number % 200);
        if (visit.stayedAtFirst > 0 && corrected <= now) {
            row(visit, visit.stayedAtFirst, recorded, corrected);
            recorded = corrected;
        }
        row(visit, visit.stayed, recorded, 0);
        if (rows.length() > BLOCK) blocks.accept(rows.take());
    }

    private void row(Visit visit, int stayed, long recordedAt, long supersededAt) {
        count++;
        rows.row(COLUMNS.size());
        rows.big(count);
        rows.raw(same);
        visitId(visit);
        rows.text(id);
        if (supersededAt == 0) stands(visit);
        rows.date(visit.day);
        boolean planned = visit.outcome != Outcome.UNPLANNED;
        span(planned, visit.day, visit.planned, visit.plannedLength);
        boolean came = visit.outcome.attended() || visit.outcome == Outcome.FRUSTRATED;
        span(came, visit.day, visit.arrived, visit.outcome == Outcome.FRUSTRATED ? 5 : stayed);
        rows.small(visit.workers);
        rows.text(Objects.requireNonNull(STATUS.get(visit.outcome)));
        rows.text(came ? carer(visit.worker) : NOTHING);
        List<byte[]> reasons = Objects.requireNonNull(REASONS.get(visit.outcome));
        rows.text(reasons.get((visit.day + visit.slot) % reasons.size()));
        rows.integer(visit.outcome.attended() ? stayed : 0);
        rows.moment(recordedAt);
        if (supersededAt == 0) rows.nothing();
        else rows.moment(supersededAt);
    }

    private void stands(Visit visit) {
        standing.row(STANDING.size());
        standing.uuid(provider);
        standing.text(id);
        standing.date(visit.day);
        standing.big(count);
    }

    private void span(boolean any, int day, int start, int length) {
        if (any) {
            long from = At.moment(day, start);
            rows.moment(from);
            rows.moment(from + length * 60L);
        } else {
            rows.nothing();
            rows.nothing();
        }
    }

    /** Life, day since 1970 and number of the call in the day. */
    private void visitId(Visit visit) {
        digits(id, 6, 6, visit.day);
        id[13] = (byte) ('0' + visit.slot);
    }

    /** Nobody's carers are anybody else's, so that none is in two homes at once. */
    private byte[] carer(int worker) {
        digits(carer, 1, 6, firstCarer + worker);
        return carer;
    }

    private static void digits(byte[] into, int at, int count, int number) {
        int left = number;
        for (int i = at + count - 1; i >= at; i--) {
            into[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    private static Map<Outcome, List<byte[]>> reasons() {
        Map<Outcome, List<byte[]>> reasons = new EnumMap<>(Outcome.class);
        for (Outcome one : Outcome.values()) {
            List<String> texts = switch (one) {
                case DELIVERED -> List.of("");
                case UNPLANNED -> List.of("Pressed the alarm.", "Asked for help in the afternoon.");
                case CANCELLED_BY_COUNCIL -> Words.all("away");
                case CANCELLED_BY_PERSON -> Words.all("cancelled");
                case FRUSTRATED -> Words.all("frustrated");
                case MISSED -> Words.all("missed");
            };
            reasons.put(one, texts.stream().map(VisitRows::bytes).toList());
        }
        return reasons;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
