package cymru.pontio.carepackages;

import cymru.pontio.people.PersonId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a package is about, all but its calls. A half-filled form takes away no answer that was given before. */
@Embeddable
class Plan {
    private @Nullable UUID personId;
    private String whatMatters = "";

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] outcomes = {};

    private String needSummary = "";
    private String textLanguage = "en";
    private String risks = "";
    private String workerRisks = "";
    private String equipment = "";

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] training = {};

    private @Nullable String locality;
    private @Nullable LocalDate startEarliest;
    private @Nullable LocalDate startLatest;
    private @Nullable String unfinishedStart;

    @Enumerated(EnumType.STRING)
    private @Nullable Cover coverWanted;

    @Enumerated(EnumType.STRING)
    private @Nullable Funding funding;

    void person(PersonId person) {
        personId = person.value();
    }

    void needs(Needs needs) {
        whatMatters = needs.whatMatters();
        outcomes = names(needs.outcomes());
        needSummary = needs.summary();
        textLanguage = needs.language();
    }

    void risks(Risks about) {
        risks = about.toPerson();
        workerRisks = about.toWorkers();
        equipment = about.equipment();
        training = names(about.training());
    }

    void place(@Nullable String code) {
        if (code != null) locality = code;
    }

    void start(StartWanted wanted) {
        LocalDate earliest = wanted.earliest() == null ? startEarliest : wanted.earliest();
        LocalDate latest = wanted.latest() == null ? startLatest : wanted.latest();
        if (!new StartWanted(earliest, latest).inOrder()) return;
        startEarliest = earliest;
        startLatest = latest;
    }

    /** Start dates that were begun and left; none once they are dates. */
    void leaveStart(@Nullable String typed) {
        unfinishedStart = typed;
    }

    void interim(@Nullable Cover wanted) {
        if (wanted != null) coverWanted = wanted;
    }

    void funding(@Nullable Funding payer) {
        if (payer != null) funding = payer;
    }

    /** @param welshAsked whether the person was asked for the language of care */
    List<Missing> missing(boolean welshAsked, boolean anyCall, LocalDate today) {
        List<Missing> missing = new ArrayList<>();
        if (personId == null) missing.add(Missing.PERSON);
        else if (!welshAsked) missing.add(Missing.WELSH);
        if (whatMatters.isBlank()) missing.add(Missing.WHAT_MATTERS);
        if (outcomes.length == 0) missing.add(Missing.OUTCOMES);
        if (needSummary.isBlank()) missing.add(Missing.NEED_SUMMARY);
        if (!anyCall) missing.add(Missing.CALLS);
        if (workerRisks.isBlank()) missing.add(Missing.WORKER_RISKS);
        if (locality == null) missing.add(Missing.LOCALITY);
        if (unfinishedStart != null) missing.add(Missing.UNFINISHED_START);
        else if (startEarliest == null || startLatest == null) missing.add(Missing.START);
        else if (startLatest.isBefore(today)) missing.add(Missing.START_PASSED);
        if (coverWanted == null) missing.add(Missing.INTERIM);
        if (funding == null) missing.add(Missing.FUNDING);
        return missing;
    }

    /** Bridging that is asked for is not there yet: its own room says when it begins. */
    Cover coverAtApproval() {
        return coverWanted == null || coverWanted == Cover.BRIDGING ? Cover.NONE : coverWanted;
    }

    @Nullable
    String locality() {
        return locality;
    }

    PlanView view() {
        return new PlanView(
                personId == null ? null : new PersonId(personId),
                new Needs(whatMatters, constants(Outcome.class, outcomes), needSummary, textLanguage),
                new Risks(risks, workerRisks, equipment, constants(Training.class, training)),
                locality,
                new StartWanted(startEarliest, startLatest),
                unfinishedStart,
                coverWanted,
                funding);
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, String[] names) {
        Set<E> all = EnumSet.noneOf(type);
        Arrays.stream(names).forEach(name -> all.add(Enum.valueOf(type, name)));
        return all;
    }
}
