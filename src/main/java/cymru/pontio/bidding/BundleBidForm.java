package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.bidding.BidPolicy.Mistake;
import cymru.pontio.kernel.Money;
import cymru.pontio.site.DateParts;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Bids for several adverts as typed.
 *
 * @param parts each under the advert it was typed for, whatever has closed since
 */
record BundleBidForm(
        @Pattern(regexp = "APART|TOGETHER", message = "{bidding.bundle.form.want.missing}")
        String want,

        List<PartForm> parts,
        Boolean welsh,

        @Size(max = 2000, message = "{bidding.form.note.long}")
        String note) {
    /** One advert: whether it is bid for, at which rate and from when. */
    record PartForm(String advert, Boolean offered, String rate, DateParts start) {
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

    /** What depends on the adverts; all at once, and each sentence names its advert. */
    void check(List<AdvertFacts> adverts, LocalDate today, Errors errors) {
        Map<String, AdvertFacts> open = open(adverts);
        // Nothing is sent in the place of what closed meanwhile: who wanted three together may not want two.
        offered()
                .mapToObj(i -> parts.get(i).advert())
                .filter(ref -> !open.containsKey(ref))
                .forEach(ref -> errors.reject("bidding.bundle.error.closed", new Object[] {ref}, null));
        List<AdvertFacts> needing = new ArrayList<>();
        offered().forEach(i -> {
            AdvertFacts advert = open.get(parts.get(i).advert());
            if (advert == null) return;
            check(i, advert, today, errors);
            if (BidPolicy.welsh(welsh, advert).isPresent()) needing.add(advert);
        });
        long count = offered().count();
        if (count == 0 || want.equals("TOGETHER") && count < 2)
            errors.rejectValue("want", "bidding.bundle.error.several");
        if (!needing.isEmpty())
            errors.rejectValue("welsh", "bidding.form.welsh.needed.of", new Object[] {refs(needing)}, null);
    }

    private void check(int i, AdvertFacts advert, LocalDate today, Errors errors) {
        PartForm part = parts.get(i);
        Optional<Money> money = part.money();
        if (money.isEmpty()) reject(i, new Mistake("rate", "bidding.form.rate.number.of"), advert, errors);
        money.flatMap(typed -> BidPolicy.rate(typed, null, advert, null))
                .ifPresent(mistake -> reject(i, ofOne(mistake), advert, errors));
        Optional<LocalDate> start = part.start().date();
        if (start.isEmpty()) reject(i, new Mistake("start", "bidding.form.start.date.of"), advert, errors);
        start.flatMap(day -> BidPolicy.start(day, advert, today))
                .ifPresent(mistake -> reject(i, ofOne(mistake), advert, errors));
    }

    boolean onlyTogether() {
        return want.equals("TOGETHER");
    }

    /** Only for what was checked. */
    Map<AdvertRef, BidTerms> toTerms(List<AdvertFacts> adverts, String language) {
        Map<String, AdvertFacts> open = open(adverts);
        Map<AdvertRef, BidTerms> terms = new LinkedHashMap<>();
        offered().mapToObj(parts::get).forEach(part -> {
            AdvertFacts advert = open.get(part.advert());
            if (advert != null) terms.put(advert.ref(), terms(part, advert, language));
        });
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

    private IntStream offered() {
        return IntStream.range(0, parts.size())
                .filter(i -> parts.get(i).offered() && !parts.get(i).advert().isEmpty());
    }

    private static Map<String, AdvertFacts> open(List<AdvertFacts> adverts) {
        return adverts.stream().collect(Collectors.toMap(one -> one.ref().value(), Function.identity()));
    }

    private static String refs(List<AdvertFacts> adverts) {
        return adverts.stream().map(one -> one.ref().value()).collect(Collectors.joining(", "));
    }

    /** The sentence of a bid for one advert as it stands where there are several. */
    private static Mistake ofOne(Mistake mistake) {
        return new Mistake(mistake.field(), mistake.messageKey() + ".of", mistake.args());
    }

    private static void reject(int part, Mistake mistake, AdvertFacts advert, Errors errors) {
        Object[] args = Stream.concat(Stream.of(advert.ref().value()), Arrays.stream(mistake.args()))
                .toArray();
        errors.rejectValue("parts[" + part + "]." + mistake.field(), mistake.messageKey(), args, null);
    }
}
