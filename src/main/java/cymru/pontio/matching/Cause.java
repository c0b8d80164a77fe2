package cymru.pontio.matching;

import cymru.pontio.carepackages.Training;
import cymru.pontio.kernel.Money;
import cymru.pontio.matching.Eligibility.Reason;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * A finding with what it found: a day, a number, a constant. Put into words when it is read, in the reader's language.
 *
 * @param args as found; {@link #council} and {@link #own} make them fit for a sentence
 */
public record Cause(Because because, List<Object> args) {
    static Cause of(Because because, Object... args) {
        return new Cause(because, List.of(args));
    }

    public Reason council() {
        return new Reason(because.key(), words());
    }

    public Reason own() {
        return new Reason(because.ownKey(), words());
    }

    /** To be kept beside the finding, and read again by {@link #read}. */
    public static List<String> written(List<Cause> causes) {
        return causes.stream()
                .flatMap(one -> one.args.stream())
                .map(Cause::written)
                .toList();
    }

    public static List<Cause> read(Because because, List<String> written) {
        List<Object> args = written.stream().map(Cause::read).toList();
        return because.tellsEach()
                ? args.stream().map(arg -> of(because, arg)).toList()
                : List.of(new Cause(because, args));
    }

    private static String written(Object arg) {
        return switch (arg) {
            case LocalDate day -> "day " + day;
            case Money amount -> "money " + amount;
            case Integer number -> "number " + number;
            case Training need -> "training " + need.name();
            case cymru.pontio.providers.Lot lot -> "lot " + lot.name();
            case cymru.pontio.carepackages.WorkerGender gender -> "gender " + gender.name();
            case cymru.pontio.providers.capacity.PartOfDay part -> "part " + part.name();
            default -> throw new IllegalArgumentException("cannot be kept: " + arg);
        };
    }

    private static Object read(String written) {
        String value = written.substring(written.indexOf(' ') + 1);
        return switch (written.substring(0, written.indexOf(' '))) {
            case "day" -> LocalDate.parse(value);
            case "money" -> Money.of(value);
            case "number" -> Integer.valueOf(value);
            case "training" -> Training.valueOf(value);
            case "lot" -> cymru.pontio.providers.Lot.valueOf(value);
            case "gender" -> cymru.pontio.carepackages.WorkerGender.valueOf(value);
            case "part" -> cymru.pontio.providers.capacity.PartOfDay.valueOf(value);
            default -> throw new IllegalArgumentException(written);
        };
    }

    private List<Object> words() {
        return args.stream().map(Cause::word).toList();
    }

    private static Object word(Object arg) {
        return switch (arg) {
            // Noon, so that it is this day in whatever zone the words are made.
            case LocalDate day -> Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
            case Money amount -> amount.toString();
            case Training need -> label("carepackages.Training.", need);
            case cymru.pontio.providers.Lot lot -> label("providers.Lot.", lot);
            case cymru.pontio.carepackages.WorkerGender gender -> label("carepackages.WorkerGender.", gender);
            case cymru.pontio.providers.capacity.PartOfDay part -> label("capacity.PartOfDay.", part);
            default -> arg;
        };
    }

    private static DefaultMessageSourceResolvable label(String prefix, Enum<?> constant) {
        return new DefaultMessageSourceResolvable(prefix + constant.name());
    }
}
