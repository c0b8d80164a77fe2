package cymru.pontio.placements;

import cymru.pontio.adverts.allocation.DirectReason;
import cymru.pontio.kernel.Money;
import cymru.pontio.rates.Envelope;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A direct award as typed. */
record DirectForm(
        @Pattern(regexp = UUID_TEXT, message = "{placements.form.provider.missing}")
        String provider,

        @Pattern(regexp = "\\d{1,4}(\\.\\d{1,2})?", message = "{placements.form.rate.invalid}")
        String rate,

        @RealDate(required = true, message = "{placements.form.start.invalid}")
        DateParts start,

        @Pattern(
                regexp = "PERSONS_CHOICE|CONTINUITY|URGENT|SOLE_CAPABLE|PROVIDER_FAILURE",
                message = "{placements.form.ground.missing}")
        String ground,

        @NotBlank(message = "{placements.form.reason.missing}")
        @Size(max = 2000, message = "{placements.form.reason.long}")
        String reason) {
    private static final String UUID_TEXT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    DirectForm(
            @Nullable String provider,
            @Nullable String rate,
            @Nullable DateParts start,
            @Nullable String ground,
            @Nullable String reason) {
        this.provider = provider == null ? "" : provider.strip();
        this.rate = rate == null ? "" : rate.strip().replaceFirst("^£", "");
        this.start = start == null ? DateParts.blank() : start;
        this.ground = ground == null ? "" : ground.strip();
        this.reason = reason == null ? "" : reason.strip();
    }

    /**
     * @param ground that the patch gives for all its packages, if any
     * @param provider reference of one that a plan has in mind, if any
     */
    static DirectForm of(DirectAwards.Offer offer, String ground, String provider) {
        Envelope envelope = offer.envelope();
        Optional<DirectAwards.Candidate> candidate = offer.eligible(provider);
        Money rate = candidate
                .map(DirectAwards.Candidate::rate)
                .map(now -> Collections.max(List.of(now, envelope.floor())))
                .filter(now -> within(envelope, now))
                .orElse(envelope.standard());
        return new DirectForm(
                candidate.map(one -> one.provider().toString()).orElse(""),
                rate.toString(),
                DateParts.of(candidate.map(offer::from).orElse(offer.from())),
                ground,
                "");
    }

    boolean within(Envelope envelope) {
        return within(envelope, Money.of(rate));
    }

    private static boolean within(Envelope envelope, Money asked) {
        return !envelope.floor().isMoreThan(asked) && !asked.isMoreThan(envelope.ceiling());
    }

    LocalDate startDay() {
        return start.date().orElseThrow();
    }

    DirectAwards.Terms terms() {
        return new DirectAwards.Terms(
                UUID.fromString(provider), Money.of(rate), startDay(), DirectReason.valueOf(ground), reason);
    }
}
