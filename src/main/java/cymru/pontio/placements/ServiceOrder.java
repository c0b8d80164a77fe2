package cymru.pontio.placements;

import cymru.pontio.adverts.Criterion;
import cymru.pontio.adverts.allocation.DirectReason;
import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.Training;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The individual service order as it was agreed, kept word for word. Whose care it is stands in the package, not here.
 *
 * @param rate pounds a worker's hour
 * @param language of its words; none where it was not kept yet
 * @param scores empty for a direct award
 */
public record ServiceOrder(
        String placement,
        String award,
        String carePackage,
        @Nullable String bid,
        UUID provider,
        String providerName,
        String locality,
        BigDecimal rate,
        BigDecimal costAYear,
        LocalDate start,
        Instant acceptedAt,
        String acceptedBy,
        int userMinutesWeek,
        int carerMinutesWeek,
        String equipment,
        String workerRisks,
        @Nullable String language,
        Set<Training> training,
        @Nullable DirectReason directReason,
        List<Call> calls,
        List<Score> scores) {
    private static final int WEEKS = 52;

    /** The points in the order in which adverts and comparisons have them. */
    public ServiceOrder {
        scores = scores.stream().sorted(Comparator.comparing(Score::criterion)).toList();
    }

    /** @param from start of the agreed window, the provider's own where it offered another */
    public record Call(
            String days,
            Band band,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            int minutes,
            int workers,
            boolean timeCritical,
            WorkerGender workerGender,
            String tasks) {}

    public record Score(Criterion criterion, int weight, String raw, BigDecimal points, boolean neutral) {}

    static ServiceOrder of(PlacementRef ref, Award award, PackageFacts facts, String providerName, Accepted accepted) {
        return new ServiceOrder(
                ref.value(),
                award.ref().value(),
                facts.ref().value(),
                award.bidRef(),
                award.provider(),
                providerName,
                facts.locality(),
                award.rate().pounds(),
                award.cost().pounds(),
                accepted.start(),
                accepted.at(),
                accepted.by(),
                award.hours().user().minutes(),
                award.hours().carer().minutes(),
                facts.equipment(),
                facts.workerRisks(),
                facts.textLanguage(),
                facts.training(),
                award.directReason(),
                calls(award, facts),
                award.scores().stream()
                        .map(one -> new Score(one.criterion(), one.weight(), one.raw(), one.points(), one.neutral()))
                        .toList());
    }

    /** The same order with other calls. */
    ServiceOrder with(List<Call> agreed) {
        int user = agreed.stream()
                .mapToInt(call -> call.minutes() * call.days().length())
                .sum();
        int carer = agreed.stream()
                .mapToInt(call -> call.minutes() * call.days().length() * call.workers())
                .sum();
        return new ServiceOrder(
                placement,
                award,
                carePackage,
                bid,
                provider,
                providerName,
                locality,
                rate,
                new Money(rate).forMinutes(carer).times(WEEKS).pounds(),
                start,
                acceptedAt,
                acceptedBy,
                user,
                carer,
                equipment,
                workerRisks,
                language,
                training,
                directReason,
                agreed,
                scores);
    }

    /** @param start as agreed, not before the day on which a provider that leaves is gone */
    record Accepted(String by, Instant at, LocalDate start) {}

    private static List<Call> calls(Award award, PackageFacts facts) {
        Map<UUID, AwardLine> agreed =
                award.lines().stream().collect(Collectors.toMap(AwardLine::callLine, Function.identity()));
        return facts.lines().stream()
                .filter(call -> agreed.containsKey(call.id()))
                .map(call -> call(call, Objects.requireNonNull(agreed.get(call.id()))))
                .toList();
    }

    static Call call(CallLineView asked, AwardLine agreed) {
        boolean own = agreed.from() != null;
        return new Call(
                asked.days(),
                asked.band(),
                own ? agreed.from() : asked.from(),
                own ? agreed.until() : asked.until(),
                asked.minutes(),
                asked.workers(),
                asked.timeCritical(),
                asked.workerGender(),
                asked.tasks());
    }
}
