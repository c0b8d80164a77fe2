package cymru.pontio.providers.workforce;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A worker as typed.
 *
 * @param training in the order of the standard
 * @param version of the worker that is changed; blank for a new one
 */
record WorkerForm(
        @NotEmpty(message = "{workforce.form.ref.missing}") String ref,

        @Pattern(regexp = "GUARANTEED|NON_GUARANTEED", message = "{workforce.form.contract.missing}")
        String contract,

        DateParts contractSince,

        @RealDate(required = true, message = "{workforce.form.started.missing}")
        DateParts started,

        DateParts registered,

        DateParts qualified,

        DateParts dbs,

        @Pattern(regexp = "[0-5]", message = "{workforce.form.welsh.missing}")
        String welsh,

        @Pattern(regexp = "FEMALE|MALE|NOT_STATED", message = "{workforce.form.gender.missing}")
        String gender,

        Set<String> patches,
        List<CourseForm> training,
        String version) {
    WorkerForm(
            @Nullable String ref,
            @Nullable String contract,
            @Nullable DateParts contractSince,
            @Nullable DateParts started,
            @Nullable DateParts registered,
            @Nullable DateParts qualified,
            @Nullable DateParts dbs,
            @Nullable String welsh,
            @Nullable String gender,
            @Nullable Set<String> patches,
            @Nullable List<@Nullable CourseForm> training,
            @Nullable String version) {
        this.ref = OwnRef.clean(Typed.text(ref));
        this.contract = Objects.requireNonNullElse(contract, "");
        this.contractSince = parts(contractSince);
        this.started = parts(started);
        this.registered = parts(registered);
        this.qualified = parts(qualified);
        this.dbs = parts(dbs);
        this.welsh = Objects.requireNonNullElse(welsh, "");
        this.gender = gender == null || gender.isBlank() ? Gender.NOT_STATED.name() : gender;
        this.patches = patches == null ? Set.of() : new TreeSet<>(patches);
        this.training = training == null
                ? List.of()
                : training.stream()
                        .map(one -> one == null ? new CourseForm("", null) : one)
                        .toList();
        this.version = Objects.requireNonNullElse(version, "");
    }

    static WorkerForm blank(Standard standard) {
        return new WorkerForm("", "", null, null, null, null, null, "", "", null, courses(standard, Map.of()), "");
    }

    static WorkerForm of(Worker worker, Standard standard) {
        WorkerTerms terms = worker.terms();
        return new WorkerForm(
                terms.ref(),
                terms.contract().name(),
                DateParts.of(terms.contractSince()),
                DateParts.of(terms.started()),
                DateParts.of(terms.registered()),
                DateParts.of(terms.qualified()),
                DateParts.of(terms.dbs()),
                "" + terms.welsh(),
                worker.gender().name(),
                terms.patches(),
                courses(standard, terms.training()),
                "" + worker.version());
    }

    /** What each field does not know by itself. Only judged when all fields can be read. A sentence about a date says which one. */
    void check(Set<String> localities, LocalDate today, Map<String, String> dates, Errors errors) {
        unreal().forEach(field -> errors.rejectValue(
                field, "workforce.form.date.DATE", new Object[] {dates.getOrDefault(field, field)}, null));
        if (!ref.isEmpty() && !OwnRef.isOne(ref))
            errors.rejectValue("ref", OwnRef.saysWho(ref) ? "workforce.Fault.REF_PERSON" : "workforce.Fault.REF");
        if (errors.hasErrors()) return;
        for (Problem one : toTerms(null).problems(0, localities, today))
            reject(field(one.place()), one.fault(), dates, errors);
    }

    private static void reject(String field, Fault fault, Map<String, String> dates, Errors errors) {
        String date = dates.get(field);
        if (date == null) errors.rejectValue(field, "workforce.Fault." + fault);
        else errors.rejectValue(field, "workforce.form.date." + fault, new Object[] {date}, null);
    }

    /** The dates that are typed and are none; the first day of work has its own sentence. */
    private List<String> unreal() {
        Map<String, DateParts> typed = new LinkedHashMap<>();
        typed.put("contractSince", contractSince);
        typed.put("registered", registered);
        typed.put("qualified", qualified);
        typed.put("dbs", dbs);
        for (int i = 0; i < training.size(); i++)
            typed.put(trainingField(i), training.get(i).done());
        return typed.entrySet().stream()
                .filter(one ->
                        !one.getValue().isBlank() && one.getValue().date().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    static String trainingField(int at) {
        return "training[" + at + "].done";
    }

    /** @param left what the register says; the form does not ask it */
    WorkerTerms toTerms(@Nullable LocalDate left) {
        LocalDate from = started.date().orElseThrow();
        Map<String, LocalDate> done = new HashMap<>();
        for (CourseForm one : training) one.done().date().ifPresent(day -> done.put(one.course(), day));
        return new WorkerTerms(
                ref,
                Contract.valueOf(contract),
                contractSince.date().orElse(from),
                from,
                left,
                registered.orNull(),
                qualified.orNull(),
                dbs.orNull(),
                Integer.parseInt(welsh),
                Gender.valueOf(gender),
                patches,
                done);
    }

    int editedVersion() {
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private String field(String place) {
        return switch (place) {
            case "reference" -> "ref";
            case "contract_since" -> "contractSince";
            case "start" -> "started";
            case "welsh_level" -> "welsh";
            case "contract", "registered", "qualified", "dbs", "gender", "patches" -> place;
            default -> courseField(place).orElse("ref");
        };
    }

    private Optional<String> courseField(String place) {
        for (int i = 0; i < training.size(); i++)
            if (training.get(i).course().toLowerCase(Locale.ROOT).equals(place)) return Optional.of(trainingField(i));
        return Optional.empty();
    }

    private static List<CourseForm> courses(Standard standard, Map<String, LocalDate> done) {
        return standard.courses().stream()
                .map(course -> new CourseForm(course.code(), DateParts.of(done.get(course.code()))))
                .toList();
    }

    private static DateParts parts(@Nullable DateParts typed) {
        return typed == null ? DateParts.blank() : typed;
    }
}
