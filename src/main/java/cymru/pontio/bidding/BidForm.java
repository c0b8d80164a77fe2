package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertLine;
import cymru.pontio.bidding.BidPolicy.Mistake;
import cymru.pontio.kernel.Money;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A bid as typed.
 *
 * @param lines in the order of the advert’s calls
 * @param version of the bid that is amended; blank for a new one
 */
record BidForm(
        @Pattern(regexp = BidForm.POUNDS, message = "{bidding.form.rate.number}")
        String rate,

        @Size(max = 2000, message = "{bidding.form.exceptional.long}")
        String exceptional,

        @RealDate(required = true, message = "{bidding.form.start.date}")
        DateParts start,

        @Pattern(regexp = "ALL|SOME|OTHER_WINDOWS", message = "{bidding.form.coverage.missing}")
        String coverage,

        List<LineForm> lines,
        Boolean welsh,

        @Size(max = 2000, message = "{bidding.form.note.long}")
        String note,

        String version) {
    static final String POUNDS = "£?\\d{1,5}(\\.\\d{1,2})?";

    BidForm(
            @Nullable String rate,
            @Nullable String exceptional,
            @Nullable DateParts start,
            @Nullable String coverage,
            @Nullable List<@Nullable LineForm> lines,
            @Nullable Boolean welsh,
            @Nullable String note,
            @Nullable String version) {
        this.rate = rate == null ? "" : rate.strip();
        this.exceptional = TypedText.clean(exceptional);
        this.start = start == null ? DateParts.blank() : start;
        this.coverage = Objects.requireNonNullElse(coverage, "");
        this.lines = lines == null
                ? List.of()
                : lines.stream()
                        .map(line -> line == null ? LineForm.blank() : line)
                        .toList();
        this.welsh = Boolean.TRUE.equals(welsh);
        this.note = TypedText.clean(note);
        this.version = Objects.requireNonNullElse(version, "");
    }

    static BidForm blank(AdvertFacts advert) {
        List<LineForm> lines = Collections.nCopies(advert.lines().size(), LineForm.blank());
        return new BidForm("", "", DateParts.blank(), "", lines, false, "", "");
    }

    static BidForm of(BidView bid) {
        BidTerms terms = bid.terms();
        return new BidForm(
                terms.rate().toString(),
                terms.exceptional(),
                DateParts.of(terms.start()),
                bid.coverage().name(),
                bid.advert().lines().stream()
                        .map(line -> terms.lineFor(line.id()).map(LineForm::of).orElseGet(LineForm::blank))
                        .toList(),
                terms.welshOffered(),
                terms.note(),
                "" + bid.version());
    }

    /** What depends on the advert, beside what each field knows by itself, so that a person sees all at once. */
    void check(AdvertFacts advert, @Nullable Money exceptionally, LocalDate today, Errors errors) {
        money().flatMap(typed -> BidPolicy.rate(typed, exceptional, advert, exceptionally))
                .ifPresent(mistake -> reject(mistake, errors));
        start.date().flatMap(day -> BidPolicy.start(day, advert, today)).ifPresent(mistake -> reject(mistake, errors));
        BidPolicy.welsh(welsh, advert).ifPresent(mistake -> reject(mistake, errors));
        linesOf(advert).forEach(i -> checkTimes(i, advert.lines().get(i), errors));
        switch (coverage) {
            case "ALL" -> checkNoWindows(errors);
            case "SOME" -> {
                checkNoWindows(errors);
                BidPolicy.calls(offered(advert)).ifPresent(mistake -> reject(mistake, errors));
            }
            case "OTHER_WINDOWS" -> checkWindows(advert, errors);
            default -> {} // the field’s own sentence says that an answer is missing
        }
    }

    BidTerms toTerms(AdvertFacts advert, String language) {
        Money rate = money().orElseThrow();
        // A reason typed for a rate that needs none is not kept.
        String why = rate.isMoreThan(advert.rateCeiling()) && !exceptional.isBlank() ? exceptional.strip() : null;
        return new BidTerms(rate, why, start.date().orElseThrow(), offered(advert), welsh, note.strip(), language);
    }

    long editedVersion() {
        return version.matches("\\d{1,9}") ? Long.parseLong(version) : -1;
    }

    private Optional<Money> money() {
        return rate.matches(POUNDS) ? Optional.of(Money.of(rate.replace("£", ""))) : Optional.empty();
    }

    private List<BidLine> offered(AdvertFacts advert) {
        if (coverage.equals("ALL"))
            return advert.lines().stream()
                    .map(line -> BidLine.asAsked(line.id()))
                    .toList();
        return linesOf(advert)
                .filter(i -> lines.get(i).offered())
                .mapToObj(i -> lines.get(i).toLine(advert.lines().get(i).id()))
                .toList();
    }

    private void checkTimes(int i, AdvertLine asked, Errors errors) {
        if (!LineForm.isTimeOrNothing(lines.get(i).from())) reject(i, "from", "bidding.form.line.time", asked, errors);
        if (!LineForm.isTimeOrNothing(lines.get(i).until()))
            reject(i, "until", "bidding.form.line.time", asked, errors);
    }

    private void checkNoWindows(Errors errors) {
        if (lines.stream().anyMatch(LineForm::hasWindow))
            errors.rejectValue("coverage", "bidding.form.coverage.windows");
    }

    private void checkWindows(AdvertFacts advert, Errors errors) {
        if (lines.stream().noneMatch(LineForm::hasWindow))
            errors.rejectValue("coverage", "bidding.form.coverage.noWindow");
        linesOf(advert).forEach(i -> {
            LineForm line = lines.get(i);
            AdvertLine asked = advert.lines().get(i);
            if (line.hasWindow() && !line.offered())
                reject(i, "offered", "bidding.form.line.notOffered", asked, errors);
            if (line.hasWrongWindow(asked)) reject(i, "until", "bidding.form.line.window", asked, errors);
        });
        if (!errors.hasErrors())
            BidPolicy.times(offered(advert), advert.lines()).forEach(mistake -> reject(mistake, errors));
    }

    private IntStream linesOf(AdvertFacts advert) {
        return IntStream.range(0, Math.min(lines.size(), advert.lines().size()));
    }

    /** The summary stands apart from the calls, so that each sentence says which one it is about. */
    private static void reject(int line, String field, String sentence, AdvertLine asked, Errors errors) {
        errors.rejectValue("lines[" + line + "]." + field, sentence, new Object[] {asked.position()}, null);
    }

    private static void reject(Mistake mistake, Errors errors) {
        errors.rejectValue(mistake.field(), mistake.messageKey(), mistake.args(), null);
    }
}
