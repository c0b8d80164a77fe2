package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.bidding.BidPolicy.Mistake;
import cymru.pontio.kernel.Money;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Bids for several adverts as typed.
 *
 * @param parts in the order of the adverts that are open to the reader
 */
record BundleBidForm(
        @Pattern(regexp = "APART|TOGETHER", message = "{bidding.bundle.form.want.missing}")
        String want,

        List<@Valid PartForm> parts,
        Boolean welsh,

        @Size(max = 2000, message = "{bidding.form.note.long}")
        String note) {
    /** One advert: whether it is bid for, at which rate and from when. */
    record PartForm(
            String advert,
            Boolean offered,
            String rate,

            @RealDate(required = false, message = "{bidding.form.start.date}")
            DateParts start) {
        PartForm(@Nullable String advert, @Nullable Boolean offered, @Nullable String rate, @Nullable DateParts start) {
            this.advert = advert == null ? "" : advert.strip();
            this.offered = Boolean.TRUE.equals(offered);
            this.rate = rate == null ? "" : rate.strip();
            this.start = start == null ? DateParts.blank() : start;
        }

        private Optional<Money> money() {
            return rate.matches(BidForm.POUNDS) ? Optional.of(Money.of(rate.replace("£", ""))) : Optional.empty();
        }
    }

    BundleBidForm(
            @Nullable String want,
            @Nullable List<@Nullable PartForm> parts,
            @Nullable Boolean welsh,
            @Nullable String note) {
        this.want = want == null ? "" : want;
        this.parts = parts == null
                ? List.of()
                : parts.stream()
                        .map(part -> part == null ? new PartForm("", false, "", null) : part)
                        .toList();
        this.welsh = Boolean.TRUE.equals(welsh);
        this.note = TypedText.clean(note);
    }

    static BundleBidForm blank(List<AdvertFacts> adverts) {
        return new BundleBidForm(
                "",
                adverts.stream()
                        .map(one -> new PartForm(one.ref().value(), true, "", DateParts.blank()))
                        .toList(),
                false,
                "");
    }

    /** What depends on the adverts; all at once. */
    void check(List<AdvertFacts> adverts, LocalDate today, Errors errors) {
        offered(adverts).forEach(i -> check(i, adverts.get(i), today, errors));
        long count = offered(adverts).count();
        if (count == 0 || want.equals("TOGETHER") && count < 2)
            errors.rejectValue("want", "bidding.bundle.error.several");
        boolean needed = offered(adverts)
                .anyMatch(i -> BidPolicy.welsh(welsh, adverts.get(i)).isPresent());
        if (needed) errors.rejectValue("welsh", "bidding.form.welsh.needed");
    }

    private void check(int i, AdvertFacts advert, LocalDate today, Errors errors) {
        PartForm part = parts.get(i);
        Optional<Money> money = part.money();
        if (money.isEmpty()) errors.rejectValue(at(i, "rate"), "bidding.form.rate.number");
        money.flatMap(typed -> BidPolicy.rate(typed, null, advert, null))
                .ifPresent(mistake -> reject(i, mistake, errors));
        if (part.start().date().isEmpty() && !errors.hasFieldErrors(at(i, "start")))
            errors.rejectValue(at(i, "start"), "bidding.form.start.date");
        part.start()
                .date()
                .flatMap(day -> BidPolicy.start(day, advert, today))
                .ifPresent(mistake -> reject(i, mistake, errors));
    }

    boolean onlyTogether() {
        return want.equals("TOGETHER");
    }

    /** Only for what was checked. */
    Map<AdvertRef, BidTerms> toTerms(List<AdvertFacts> adverts, String language) {
        Map<AdvertRef, BidTerms> terms = new LinkedHashMap<>();
        offered(adverts).forEach(i -> terms.put(adverts.get(i).ref(), terms(parts.get(i), adverts.get(i), language)));
        return terms;
    }

    private BidTerms terms(PartForm part, AdvertFacts advert, String language) {
        return new BidTerms(
                part.money().orElseThrow(),
                part.start().date().orElseThrow(),
                advert.lines().stream().map(line -> BidLine.asAsked(line.id())).toList(),
                welsh,
                note.strip(),
                language);
    }

    /** An advert that has closed or was bid for since the page was made moves the others; then nothing is taken for another. */
    private IntStream offered(List<AdvertFacts> adverts) {
        return IntStream.range(0, Math.min(parts.size(), adverts.size()))
                .filter(i -> parts.get(i).offered()
                        && parts.get(i).advert().equals(adverts.get(i).ref().value()));
    }

    private static String at(int part, String field) {
        return "parts[" + part + "]." + field;
    }

    private static void reject(int part, Mistake mistake, Errors errors) {
        errors.rejectValue(at(part, mistake.field()), mistake.messageKey(), mistake.args(), null);
    }
}
