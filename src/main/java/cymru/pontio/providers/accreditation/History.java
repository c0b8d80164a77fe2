package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.StandingChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened to an accreditation, for both sides to read and for the audit. */
@Component
class History {
    /** Where no person acts. */
    static final Actor CLOCK = new Actor(new UUID(0, 0), "Pontio", new UUID(0, 0), "Pontio", null, Set.of(), null);

    private final JdbcClient jdbc;
    private final Providers providers;
    private final ApplicationEventPublisher events;

    History(JdbcClient jdbc, Providers providers, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.events = events;
    }

    /** @param about code of a task or of a kind of evidence */
    record Entry(
            Step step,
            Instant at,
            @Nullable String byName,
            @Nullable String about,
            @Nullable String reason) {}

    private record Happened(Actor by, String subject, String action, Map<String, String> facts) implements Auditable {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Actor by, UUID provider, Step step) {
        add(by, provider, step, null, null);
    }

    /** @param reason in free text: kept here and never in the audit */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Actor by, UUID provider, Step step, @Nullable String about, @Nullable String reason) {
        boolean person = !by.userId().equals(CLOCK.userId());
        jdbc.sql("""
                insert into providers.accreditation_event (provider_id, step, by_account, by_name, about, reason)
                values (:provider, :step, :account, :name, :about, :reason)""")
                .param("provider", provider)
                .param("step", step.name())
                .param("account", person ? by.userId() : null)
                .param("name", person ? by.name() : null)
                .param("about", about)
                .param("reason", reason)
                .update();
        events.publishEvent(new Happened(
                by, providers.view(provider).ref(), step.action(), about == null ? Map.of() : Map.of("about", about)));
        if (step.changesStanding()) events.publishEvent(new StandingChanged(by, provider));
    }

    /** The latest first. */
    List<Entry> of(UUID provider) {
        return jdbc.sql("""
                select step, at, by_name, about, reason from providers.accreditation_event
                where provider_id = ? order by id desc limit 500""")
                .param(provider)
                .query((row, n) -> new Entry(
                        Step.valueOf(row.getString("step")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"),
                        row.getString("about"),
                        row.getString("reason")))
                .list();
    }
}
