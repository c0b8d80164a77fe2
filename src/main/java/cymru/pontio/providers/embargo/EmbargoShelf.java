package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.StandingChanged;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts an embargo away with its step, what matching reads, and what the audit hears: all in one transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EmbargoShelf {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ImposedEmbargoRepository embargoes;
    private final Providers providers;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EmbargoShelf(
            ImposedEmbargoRepository embargoes,
            Providers providers,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.embargoes = embargoes;
        this.providers = providers;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Whoever awards work holds the provider as well, so nothing is awarded while work is being stopped. */
    void holdProvider(UUID provider) {
        jdbc.sql("select id from providers.provider where id = ? for no key update")
                .param(provider)
                .query(UUID.class)
                .single();
    }

    EmbargoRef freeRef() {
        return Reference.free(
                () -> EmbargoRef.random(RANDOM),
                drawn -> jdbc.sql("select exists (select from providers.embargo where ref = ?)")
                        .param(drawn.value())
                        .query(Boolean.class)
                        .single());
    }

    boolean inForce(UUID provider) {
        return jdbc.sql("select exists (select from providers.embargo where provider_id = ? and lifted_at is null)")
                .param(provider)
                .query(Boolean.class)
                .single();
    }

    ImposedEmbargo hold(EmbargoRef ref) {
        UUID provider = jdbc.sql("select provider_id from providers.embargo where ref = ?")
                .param(ref.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        holdProvider(provider);
        return embargoes.hold(ref.value()).orElseThrow(NotFound::new);
    }

    void put(ImposedEmbargo embargo, Step step, Actor by, String note) {
        String provider = providers.view(embargo.provider()).ref();
        try {
            embargoes.saveAndFlush(embargo);
        } catch (DataIntegrityViolationException e) {
            if (!String.valueOf(e.getMessage()).contains("embargo_one_at_a_time")) throw e;
            throw new RuleBroken("embargo.error.inForce", provider);
        }
        follow(embargo.provider(), embargo.effect());
        jdbc.sql("""
                insert into providers.embargo_event (embargo_id, event, at, by_account, by_name, level, review_on, note)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        embargo.id(),
                        step.name(),
                        java.sql.Timestamp.from(now()),
                        by.userId(),
                        by.name(),
                        embargo.level().name(),
                        embargo.reviewOn(),
                        note)
                .update();
        events.publishEvent(EmbargoEvents.of(step, by, embargo, provider));
        if (step == Step.IMPOSED || step == Step.LIFTED)
            events.publishEvent(new StandingChanged(by, embargo.provider()));
    }

    Instant now() {
        return clock.instant();
    }

    private void follow(UUID provider, Embargo effect) {
        jdbc.sql("update providers.provider set embargo = ?, version = version + 1 where id = ?")
                .params(effect.name(), provider)
                .update();
    }
}
