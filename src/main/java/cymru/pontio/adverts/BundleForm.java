package cymru.pontio.adverts;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adverts that are published together, as the broker types them. */
record BundleForm(
        List<@Valid PartForm> parts,

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

            @NotBlank(message = "{adverts.form.need.missing}") @Size(max = 2000, message = "{adverts.form.need.long}")
            String need,

            @Size(max = 1000, message = "{adverts.form.text.long}")
            String equipment,

            @Size(max = 1000, message = "{adverts.form.text.long}")
            String workerRisks,

            @Pattern(regexp = "en|cy", message = "{adverts.form.textLanguage.missing}")
            String textLanguage,

            @RealDate(message = "{adverts.form.startBy.date}")
            DateParts startBy) {
        PartForm(
                @Nullable String ref,
                @Nullable String need,
                @Nullable String equipment,
                @Nullable String workerRisks,
                @Nullable String textLanguage,
                @Nullable DateParts startBy) {
            this.ref = text(ref);
            this.need = text(need);
            this.equipment = text(equipment);
            this.workerRisks = text(workerRisks);
            this.textLanguage = text(textLanguage);
            this.startBy = Objects.requireNonNullElseGet(startBy, DateParts::blank);
        }

        static PartForm of(PackageFacts carePackage) {
            return new PartForm(
                    carePackage.ref().value(),
                    carePackage.needSummary(),
                    carePackage.equipment(),
                    carePackage.workerRisks(),
                    carePackage.textLanguage(),
                    DateParts.blank());
        }

        BundlePublishing.Part toPart() {
            return new BundlePublishing.Part(
                    PackageRef.valueOf(ref), need, equipment, workerRisks, textLanguage, startBy.orNull());
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
