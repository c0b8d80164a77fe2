package cymru.pontio.demo;

import cymru.pontio.adverts.Criterion;
import cymru.pontio.adverts.Weights;
import cymru.pontio.demo.Cast.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the sets of weights: the one all adverts of the story were weighed by, the one in force from today, and one to decide on. */
final class WeightRows {
    /** Number of the set by which the story's adverts were weighed. */
    static final int SET = 2;

    private static final int FIRST_DAY = (int) LocalDate.of(2019, 1, 1).toEpochDay();
    private static final Weights NIGHTS = new Weights(40, 25, 15, 8, 4, 2, 6, 0);

    private final Scene scene;

    WeightRows(Scene scene) {
        this.scene = scene;
    }

    void write() {
        int today = (int) (scene.now() / 86_400);
        set(
                "SESSIONAL",
                SET,
                Weights.FIRST,
                FIRST_DAY,
                "As agreed with the agencies when the lots were let.",
                10,
                true);
        set(
                "SESSIONAL",
                3,
                Weights.DEFAULT,
                today,
                "Hours declared and rounds that pass by anyway now count too.",
                3,
                true);
        set(
                "NIGHT",
                SET,
                NIGHTS,
                today + 14,
                "Few agencies have nights to spare: whoever declares them should gain by it.",
                2,
                false);
    }

    /** @param before how many days before its first day, or before today, it was agreed */
    private void set(String lot, int number, Weights weights, int from, String reason, int before, boolean agreed) {
        int day = Math.min(from, (int) (scene.now() / 86_400)) - before;
        Member proposer = scene.cast().commissioner();
        Member second = agreed ? scene.cast().otherCommissioner() : null;
        List<@Nullable Object> row = new ArrayList<>();
        row.addAll(List.of(lot, number, agreed ? "APPROVED" : "PROPOSED"));
        for (Criterion one : Criterion.values()) row.add(weights.of(one));
        row.addAll(List.of(At.date(from), reason, proposer.id(), proposer.name(), At.instant(At.moment(day, 600))));
        row.add(second == null ? null : second.id());
        row.add(second == null ? null : second.name());
        row.add(second == null ? null : At.instant(At.moment(day, 700)));
        scene.add(Table.WEIGHT_SET, row.toArray());
    }
}
