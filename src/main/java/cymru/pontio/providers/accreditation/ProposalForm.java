package cymru.pontio.providers.accreditation;

import cymru.pontio.providers.Lot;
import cymru.pontio.site.Choice;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a commissioner proposes, as typed. */
record ProposalForm(
        String kind,
        List<String> lots,
        List<String> areas,
        String tier,

        @RealDate(message = "{accreditation.form.until.wrong}")
        DateParts until,

        @NotBlank(message = "{accreditation.form.reason.missing}")
        @Size(max = 2000, message = "{accreditation.form.text.long}")
        String reason) {
    private static final int MOST_YEARS = 10;

    ProposalForm(
            @Nullable String kind,
            @Nullable List<@Nullable String> lots,
            @Nullable List<@Nullable String> areas,
            @Nullable String tier,
            @Nullable DateParts until,
            @Nullable String reason) {
        this.kind = TypedText.line(kind);
        this.lots = TypedText.ticked(lots);
        this.areas = TypedText.ticked(areas);
        this.tier = TypedText.line(tier);
        this.until = until == null ? DateParts.blank() : until;
        this.reason = TypedText.clean(reason);
    }

    /** What the provider applies for. */
    static ProposalForm of(ApplicationView application) {
        Answers.Services services = application.answers().services();
        Answers.Areas areas = application.answers().areas();
        Accreditation standing = application.standing();
        Integer tier = standing.tier();
        return new ProposalForm(
                "",
                services == null
                        ? standing.lots().stream().map(Enum::name).toList()
                        : List.of(AnswerStore.names(services.lots())),
                areas == null ? null : areas.codes().stream().sorted().toList(),
                tier == null ? "" : tier.toString(),
                DateParts.blank(),
                "");
    }

    /** @param possible where the provider stands now */
    void check(List<ProposalKind> possible, List<Choice> localities, ApplicationView application, Errors errors) {
        LocalDate today = application.today();
        Optional<ProposalKind> chosen = chosen(possible);
        if (chosen.isEmpty()) errors.rejectValue("kind", "accreditation.form.decision.missing");
        if (chosen.filter(ProposalKind::letsIn).isEmpty()) return;
        if (!application.unproved().isEmpty()) errors.rejectValue("kind", "accreditation.form.decision.unproved");
        if (TypedText.constants(Lot.class, lots).isEmpty())
            errors.rejectValue("lots", "accreditation.form.lots.missing");
        if (codes(localities).isEmpty()) errors.rejectValue("areas", "accreditation.form.areas.missing");
        if (!tier.matches("[12]")) errors.rejectValue("tier", "accreditation.form.tier.missing");
        if (until.isBlank()) errors.rejectValue("until", "accreditation.form.until.missing");
        if (until.date()
                .filter(day -> !day.isAfter(today) || day.isAfter(today.plusYears(MOST_YEARS)))
                .isPresent()) errors.rejectValue("until", "accreditation.form.until.range");
    }

    ProposalTerms terms(List<ProposalKind> possible, List<Choice> localities) {
        ProposalKind chosen = chosen(possible).orElseThrow();
        if (!chosen.letsIn()) return ProposalTerms.without(chosen, reason);
        return new ProposalTerms(
                chosen,
                TypedText.constants(Lot.class, lots),
                Integer.valueOf(tier),
                codes(localities),
                until.orNull(),
                reason);
    }

    private Optional<ProposalKind> chosen(List<ProposalKind> possible) {
        return Arrays.stream(ProposalKind.values())
                .filter(one -> one.name().equals(kind) && possible.contains(one))
                .findFirst();
    }

    private Set<String> codes(List<Choice> localities) {
        return localities.stream().map(Choice::value).filter(areas::contains).collect(Collectors.toUnmodifiableSet());
    }
}
