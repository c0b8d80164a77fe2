package cymru.pontio.adverts;

import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.providers.Lot;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An advert as the broker types it. {@code seen} is set once the preview was shown. */
record AdvertForm(
        @NotBlank(message = "{adverts.form.need.missing}") @Size(max = 2000, message = "{adverts.form.need.long}")
        String need,

        @Size(max = 1000, message = "{adverts.form.text.long}")
        String equipment,

        @Size(max = 1000, message = "{adverts.form.text.long}")
        String workerRisks,

        @Pattern(regexp = "en|cy", message = "{adverts.form.textLanguage.missing}")
        String textLanguage,

        @Pattern(regexp = "SESSIONAL|NIGHT|LIVE_IN", message = "{adverts.form.lot.missing}")
        String lot,

        @Pattern(regexp = "yes|no", message = "{adverts.form.urgent.missing}")
        String urgent,

        @Size(max = 500, message = "{adverts.form.reason.long}")
        String urgentReason,

        String override,

        @Size(max = 500, message = "{adverts.form.reason.long}")
        String overrideReason,

        @RealDate(required = true, message = "{adverts.form.deadline.date}")
        DateParts deadlineOn,

        @Pattern(regexp = WallTyped.TIME, message = "{adverts.form.deadline.time}")
        String deadlineAt,

        @RealDate(required = true, message = "{adverts.form.questions.date}")
        DateParts questionsOn,

        @Pattern(regexp = WallTyped.TIME, message = "{adverts.form.questions.time}")
        String questionsAt,

        @RealDate(message = "{adverts.form.startBy.date}") DateParts startBy,

        @Pattern(regexp = "SET|OWN", message = "{adverts.form.weighing.missing}")
        String weighing,

        @Size(max = 500, message = "{adverts.form.reason.long}")
        String weightsReason,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.quality.number}")
        String quality,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.price.number}")
        String price,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.start.number}")
        String start,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.windows.number}")
        String windows,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.continuity.number}")
        String continuity,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.welsh.number}")
        String welsh,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.capacity.number}")
        String capacity,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.run.number}")
        String run,

        @NotEmpty(message = "{adverts.form.lines.missing}") Set<String> lines,
        String seen,
        String stamp) {
    private static final String POINTS = "100|[0-9]{1,2}";

    AdvertForm {
        need = text(need);
        equipment = text(equipment);
        workerRisks = text(workerRisks);
        textLanguage = text(textLanguage);
        lot = text(lot);
        urgent = text(urgent);
        urgentReason = text(urgentReason);
        override = text(override);
        overrideReason = text(overrideReason);
        deadlineOn = Objects.requireNonNullElseGet(deadlineOn, DateParts::blank);
        deadlineAt = text(deadlineAt);
        questionsOn = Objects.requireNonNullElseGet(questionsOn, DateParts::blank);
        questionsAt = text(questionsAt);
        startBy = Objects.requireNonNullElseGet(startBy, DateParts::blank);
        weighing = text(weighing);
        weightsReason = text(weightsReason);
        quality = text(quality);
        price = text(price);
        start = text(start);
        windows = text(windows);
        continuity = text(continuity);
        welsh = text(welsh);
        capacity = text(capacity);
        run = text(run);
        lines = lines == null ? Set.of() : new LinkedHashSet<>(lines);
        seen = text(seen);
        stamp = text(stamp);
    }

    /** The package's own words, all its calls, the weights of its lot and a deadline that leaves time. */
    static AdvertForm of(
            PackageFacts carePackage,
            Map<Lot, WeightsInForce.Named> sets,
            LocalDateTime deadline,
            LocalDateTime questions,
            boolean overriding) {
        return of(
                carePackage.needSummary(),
                carePackage.equipment(),
                carePackage.workerRisks(),
                carePackage.textLanguage(),
                usual(carePackage),
                Objects.requireNonNull(sets.get(usual(carePackage))).weights(),
                carePackage.lines().stream().map(CallLineView::id),
                deadline,
                questions,
                overriding);
    }

    /** A new round begins with the words of the one before, and with every call that nobody gives; weighed by its lot. */
    static AdvertForm of(
            AdvertFacts before,
            PackageFacts carePackage,
            LocalDateTime deadline,
            LocalDateTime questions,
            boolean overriding) {
        return of(
                before.need(),
                before.equipment(),
                before.workerRisks(),
                before.textLanguage(),
                before.lot(),
                before.weights(),
                carePackage.lines().stream().map(CallLineView::id),
                deadline,
                questions,
                overriding);
    }

    private static AdvertForm of(
            String need,
            String equipment,
            String risks,
            String language,
            Lot lot,
            Weights weights,
            Stream<UUID> lines,
            LocalDateTime deadline,
            LocalDateTime questions,
            boolean overriding) {
        return new AdvertForm(
                need,
                equipment,
                risks,
                language,
                lot.name(),
                "no",
                "",
                overriding ? "yes" : "no",
                "",
                DateParts.of(deadline.toLocalDate()),
                WallTyped.time(deadline),
                DateParts.of(questions.toLocalDate()),
                WallTyped.time(questions),
                DateParts.blank(),
                "SET",
                "",
                "" + weights.quality(),
                "" + weights.price(),
                "" + weights.start(),
                "" + weights.windows(),
                "" + weights.continuity(),
                "" + weights.welsh(),
                "" + weights.capacity(),
                "" + weights.run(),
                lines.map(UUID::toString).collect(Collectors.toCollection(LinkedHashSet::new)),
                "",
                "");
    }

    /** All that was typed but the calls, by the names of the fields, for the page that sends it on. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("need", need);
        fields.put("equipment", equipment);
        fields.put("workerRisks", workerRisks);
        fields.put("textLanguage", textLanguage);
        fields.put("lot", lot);
        fields.put("urgent", urgent);
        fields.put("urgentReason", urgentReason);
        fields.put("override", override);
        fields.put("overrideReason", overrideReason);
        put(fields, "deadlineOn", deadlineOn);
        fields.put("deadlineAt", deadlineAt);
        put(fields, "questionsOn", questionsOn);
        fields.put("questionsAt", questionsAt);
        put(fields, "startBy", startBy);
        fields.put("weighing", weighing);
        fields.put("weightsReason", weightsReason);
        fields.put("quality", quality);
        fields.put("price", price);
        fields.put("start", start);
        fields.put("windows", windows);
        fields.put("continuity", continuity);
        fields.put("welsh", welsh);
        fields.put("capacity", capacity);
        fields.put("run", run);
        fields.put("stamp", stamp);
        return fields;
    }

    /** What the broker finds chosen. */
    private static Lot usual(PackageFacts carePackage) {
        return carePackage.nightOnly() ? Lot.NIGHT : Lot.SESSIONAL;
    }

    private static void put(Map<String, String> fields, String name, DateParts date) {
        fields.put(name + ".day", date.day());
        fields.put(name + ".month", date.month());
        fields.put(name + ".year", date.year());
    }

    boolean previewed() {
        return seen.equals("yes");
    }

    AdvertTerms toTerms() {
        return new AdvertTerms(
                need.strip(),
                equipment.strip(),
                workerRisks.strip(),
                textLanguage,
                chosen(),
                urgent.equals("yes"),
                urgentReason.strip(),
                WallTyped.moment(deadlineOn, deadlineAt),
                WallTyped.moment(questionsOn, questionsAt),
                weights(),
                lines.stream().map(AdvertForm::uuid).flatMap(Stream::ofNullable).collect(Collectors.toSet()),
                override.equals("yes") ? overrideReason.strip() : "",
                weighing.equals("OWN"),
                weighing.equals("OWN") ? weightsReason.strip() : "",
                startBy.orNull(),
                stamp);
    }

    /** Some lot, so that all else can be checked with it while this one is asked for again. */
    private Lot chosen() {
        return Stream.of(Lot.values())
                .filter(one -> one.name().equals(lot))
                .findFirst()
                .orElse(Lot.SESSIONAL);
    }

    /** Says that it goes to all at once, but not why. */
    boolean overrideUnexplained() {
        return override.equals("yes") && overrideReason.isBlank();
    }

    private @Nullable Weights weights() {
        if (!Stream.of(quality, price, start, windows, continuity, welsh, capacity, run)
                .allMatch(points -> points.matches(POINTS))) return null;
        return new Weights(
                Integer.parseInt(quality),
                Integer.parseInt(price),
                Integer.parseInt(start),
                Integer.parseInt(windows),
                Integer.parseInt(continuity),
                Integer.parseInt(welsh),
                Integer.parseInt(capacity),
                Integer.parseInt(run));
    }

    private static @Nullable UUID uuid(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
