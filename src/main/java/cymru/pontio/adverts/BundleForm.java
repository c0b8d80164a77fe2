package cymru.pontio.adverts;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Adverts that are published together, as the broker types them. */
record BundleForm(
        List<PartForm> parts,

        @RealDate(required = true, message = "{adverts.form.deadline.date}")
        DateParts deadlineOn,

        @Pattern(regexp = WallTyped.TIME, message = "{adverts.form.deadline.time}")
        String deadlineAt,

        @RealDate(required = true, message = "{adverts.form.questions.date}")
        DateParts questionsOn,

        @Pattern(regexp = WallTyped.TIME, message = "{adverts.form.questions.time}")
        String questionsAt,

        @Size(max = 500, message = "{adverts.form.reason.long}")
        String overrideReason) {
    /** The words of one advert. */
    record PartForm(
            String ref,
            String need,
            String equipment,
            String workerRisks,
            String textLanguage,
            DateParts startBy,
            String stamp) {

        private static final int NEED = 2000;
        private static final int TEXT = 1000;

        PartForm(
                @Nullable String ref,
                @Nullable String need,
                @Nullable String equipment,
                @Nullable String workerRisks,
                @Nullable String textLanguage,
                @Nullable DateParts startBy,
                @Nullable String stamp) {
            this.ref = text(ref);
            this.need = text(need);
            this.equipment = text(equipment);
            this.workerRisks = text(workerRisks);
            this.textLanguage = text(textLanguage);
            this.startBy = Objects.requireNonNullElseGet(startBy, DateParts::blank);
            this.stamp = text(stamp);
        }

        static PartForm of(PackageFacts carePackage) {
            return new PartForm(
                    carePackage.ref().value(),
                    carePackage.needSummary(),
                    carePackage.equipment(),
                    carePackage.workerRisks(),
                    carePackage.textLanguage(),
                    DateParts.blank(),
                    "");
        }

        /** Each sentence names its package: constraints could not. */
        private void check(String at, Errors errors) {
            if (need.isEmpty()) reject(errors, at + "need", "adverts.form.need.missing.of");
            if (need.length() > NEED) reject(errors, at + "need", "adverts.form.need.long.of");
            if (equipment.length() > TEXT) reject(errors, at + "equipment", "adverts.form.equipment.long.of");
            if (workerRisks.length() > TEXT) reject(errors, at + "workerRisks", "adverts.form.workerRisks.long.of");
            if (!textLanguage.matches("en|cy"))
                reject(errors, at + "textLanguage", "adverts.form.textLanguage.missing.of");
            if (!startBy.isBlank() && startBy.date().isEmpty())
                reject(errors, at + "startBy", "adverts.form.startBy.date.of");
        }

        private void reject(Errors errors, String field, String sentence) {
            errors.rejectValue(field, sentence, new Object[] {ref}, null);
        }

        BundlePublishing.Part toPart() {
            return new BundlePublishing.Part(
                    PackageRef.valueOf(ref), need, equipment, workerRisks, textLanguage, startBy.orNull(), stamp);
        }
    }

    BundleForm(
            @Nullable List<PartForm> parts,
            @Nullable DateParts deadlineOn,
            @Nullable String deadlineAt,
            @Nullable DateParts questionsOn,
            @Nullable String questionsAt,
            @Nullable String overrideReason) {
        this.parts = parts == null ? List.of() : List.copyOf(parts);
        this.deadlineOn = Objects.requireNonNullElseGet(deadlineOn, DateParts::blank);
        this.deadlineAt = text(deadlineAt);
        this.questionsOn = Objects.requireNonNullElseGet(questionsOn, DateParts::blank);
        this.questionsAt = text(questionsAt);
        this.overrideReason = text(overrideReason);
    }

    static BundleForm of(List<Publishing.Start> starts, LocalDateTime deadline, LocalDateTime questions) {
        return new BundleForm(
                starts.stream().map(one -> PartForm.of(one.carePackage())).toList(),
                DateParts.of(deadline.toLocalDate()),
                WallTyped.time(deadline),
                DateParts.of(questions.toLocalDate()),
                WallTyped.time(questions),
                "");
    }

    void check(Errors errors) {
        for (int i = 0; i < parts.size(); i++) parts.get(i).check("parts[" + i + "].", errors);
    }

    List<BundlePublishing.Part> toParts() {
        return parts.stream().map(PartForm::toPart).toList();
    }

    BundlePublishing.Common common() {
        return new BundlePublishing.Common(
                WallTyped.moment(deadlineOn, deadlineAt), WallTyped.moment(questionsOn, questionsAt), overrideReason);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
