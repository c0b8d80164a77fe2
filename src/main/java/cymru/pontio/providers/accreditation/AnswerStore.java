package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.NotFound;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.register.Regulator;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes what providers say about themselves, task by task. */
@Component
class AnswerStore {
    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Answers of(UUID provider) {
        return jdbc.sql("select * from providers.application where provider_id = ?")
                .param(provider)
                .query((row, n) -> answers(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    void save(UUID provider, Answers.Part part) {
        JdbcClient.StatementSpec set = switch (part) {
            case Answers.Organisation one ->
                set("legal_name = ?, company_number = ?, contact_name = ?, contact_email = ?, contact_phone = ?")
                        .params(
                                one.legalName(),
                                one.companyNumber(),
                                one.contactName(),
                                one.contactEmail(),
                                one.contactPhone());
            case Answers.Registration one ->
                set("regulator = ?, registration_number = ?, responsible_individual = ?")
                        .params(one.regulator().name(), one.number(), one.responsibleIndividual());
            case Answers.Services one -> set("services = ?, lots = ?").params(names(one.services()), names(one.lots()));
            case Answers.Areas one ->
                set("areas = ?").param(one.codes().stream().sorted().toArray(String[]::new));
            case Answers.Policies one -> set("policies = ?").param(names(one.inForce()));
            case Answers.Workforce one ->
                // Speakers of Welsh are a part of the workers; whoever says there are fewer workers answers that again.
                set("workers = ?, registered_workers = ?, two_workers = ?, training = ?, "
                                + "welsh_workers = case when welsh_workers > ? then null else welsh_workers end")
                        .params(
                                one.workers(),
                                one.registered(),
                                one.twoWorkers(),
                                names(one.training()),
                                one.workers());
            case Answers.Welsh one ->
                set("welsh_care = ?, welsh_workers = ?, active_offer = ?")
                        .params(one.care(), one.speakers(), one.activeOffer());
        };
        set.param(provider).update();
    }

    private JdbcClient.StatementSpec set(String columns) {
        return jdbc.sql("update providers.application set changed_at = clock_timestamp(), " + columns
                + " where provider_id = ?");
    }

    private static Answers answers(ResultSet row) throws SQLException {
        return new Answers(
                row.getObject("provider_id", UUID.class),
                organisation(row),
                registration(row),
                services(row),
                row.getArray("areas") == null ? null : new Answers.Areas(texts(row.getArray("areas"))),
                row.getArray("policies") == null
                        ? null
                        : new Answers.Policies(constants(Policy.class, row.getArray("policies"))),
                workforce(row),
                welsh(row));
    }

    private static Answers.@Nullable Organisation organisation(ResultSet row) throws SQLException {
        if (row.getString("contact_name") == null) return null;
        return new Answers.Organisation(
                row.getString("legal_name"),
                row.getString("company_number"),
                row.getString("contact_name"),
                row.getString("contact_email"),
                row.getString("contact_phone"));
    }

    private static Answers.@Nullable Registration registration(ResultSet row) throws SQLException {
        if (row.getString("registration_number") == null) return null;
        return new Answers.Registration(
                Regulator.valueOf(row.getString("regulator")),
                row.getString("registration_number"),
                row.getString("responsible_individual"));
    }

    private static Answers.@Nullable Services services(ResultSet row) throws SQLException {
        if (row.getArray("services") == null) return null;
        return new Answers.Services(
                constants(ServiceType.class, row.getArray("services")), constants(Lot.class, row.getArray("lots")));
    }

    private static Answers.@Nullable Workforce workforce(ResultSet row) throws SQLException {
        if (row.getObject("workers") == null) return null;
        return new Answers.Workforce(
                row.getInt("workers"),
                row.getInt("registered_workers"),
                row.getBoolean("two_workers"),
                constants(Skill.class, row.getArray("training")));
    }

    private static Answers.@Nullable Welsh welsh(ResultSet row) throws SQLException {
        if (row.getObject("welsh_workers") == null) return null;
        return new Answers.Welsh(
                row.getBoolean("welsh_care"), row.getInt("welsh_workers"), row.getString("active_offer"));
    }

    static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, Array names) throws SQLException {
        Set<E> all = EnumSet.noneOf(type);
        Arrays.stream((String[]) names.getArray()).forEach(name -> all.add(Enum.valueOf(type, name)));
        return all;
    }
}
