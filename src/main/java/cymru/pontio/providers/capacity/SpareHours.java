package cymru.pontio.providers.capacity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Spare hours as those use them who give work to providers. Needs are user minutes a week by kind of hour. The rooms that
 * call have already seen to it that the person asking may.
 */
@Service
public class SpareHours {
    private final CapacityTable table;
    private final ApplicationEventPublisher events;

    SpareHours(CapacityTable table, ApplicationEventPublisher events) {
        this.table = table;
        this.events = events;
    }

    record CapacityTaken(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record CapacityGivenBack(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /**
     * What is worth knowing of a provider beside its bid. Not part of any score.
     *
     * @param declared the day of the declaration; none where nothing was ever declared
     * @param fitting how many of the needed user minutes a week were declared and are left
     * @param counted the same weighed by freshness
     */
    public record Fit(Freshness freshness, @Nullable LocalDate declared, int needed, int fitting, int counted) {}

    /** What a provider last declared, and what is left of it. Those that never declared are not among them. */
    public record Declared(Freshness freshness, LocalDate on, LocalDate validUntil, Map<Slot, Integer> left) {}

    /** Of all providers at once, by provider. */
    @Transactional(readOnly = true)
    public Map<UUID, Declared> declared() {
        return table.declared();
    }

    /**
     * What this provider has to be told, and perhaps asked, before it takes this on; nothing for who is not an agency: the
     * council's own hours are declared by the week, and a micro-enterprise is held to four people.
     */
    @Transactional(readOnly = true)
    public @Nullable Question question(UUID provider, Map<Slot, Integer> needs) {
        return table.declares(provider) ? table.spare(provider).question(needs) : null;
    }

    @Transactional(readOnly = true)
    public Fit fit(UUID provider, Map<Slot, Integer> needs) {
        Spare spare = table.spare(provider);
        int fitting = spare.fitting(needs);
        Spare.Declared declared = spare.declared();
        return new Fit(
                spare.freshness(),
                declared == null ? null : declared.on(),
                needs.values().stream().mapToInt(Integer::intValue).sum(),
                fitting,
                fitting * spare.freshness().percent() / 100);
    }

    /**
     * Takes the hours of an accepted award off, in the transaction of the acceptance.
     *
     * @throws NotConfirmed if it is more than was declared and the provider has not confirmed exactly that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Actor actor, UUID provider, String award, Map<Slot, Integer> needs, Confirmation confirmation) {
        if (!table.declares(provider)) return;
        Spare spare = table.hold(provider);
        Question question = spare.question(needs);
        if (question.mustBeAsked() && !question.answeredBy(confirmation)) throw new NotConfirmed(question);
        table.take(actor, provider, award, spare, question);
        events.publishEvent(new CapacityTaken(
                actor,
                award,
                Map.of(
                        "provider", provider.toString(),
                        "userMinutes", "" + question.needed(),
                        "because", question.because().name())));
    }

    /**
     * The award was revoked before anybody was visited: what it took goes back, unless the provider has declared since. Care
     * that ends gives nothing back; the next declaration says what is free.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(Actor actor, UUID provider, String award) {
        table.hold(provider);
        int minutes = table.giveBack(actor, provider, award);
        if (minutes == 0) return;
        events.publishEvent(new CapacityGivenBack(
                actor, award, Map.of("provider", provider.toString(), "userMinutes", "" + minutes)));
    }
}
