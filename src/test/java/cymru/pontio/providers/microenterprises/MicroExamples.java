package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.CareService;
import cymru.pontio.support.County;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Micro-enterprises for the tests of all rooms, made through the room's own verbs. A bean of every test's context. */
@Component
@Lazy
public class MicroExamples {
    private final Register register;
    private final Checks checks;
    private final Arrangements arrangements;
    private final Clock clock;

    MicroExamples(Register register, Checks checks, Arrangements arrangements, Clock clock) {
        this.register = register;
        this.checks = checks;
        this.arrangements = arrangements;
        this.clock = clock;
    }

    /** @param manager its own account, with the organisation's id */
    public record Micro(UUID id, MicroRef ref, String name, Actor manager) {}

    public LocalDate today() {
        return cymru.pontio.kernel.Zone.dayOf(clock.instant());
    }

    /** An enquiry in Newtown. */
    public Micro enquiry(County county) {
        String name = "Cymydog " + UUID.randomUUID();
        MicroRef ref = register.add(
                county.dpAdviser(),
                new Register.Terms(
                        name,
                        Set.of(CareService.PERSONAL_CARE, CareService.SHOPPING),
                        Set.of("newtown"),
                        true,
                        "01686 555 010",
                        null,
                        null));
        UUID id = register.view(county.commissioner(), ref).id();
        return new Micro(
                id,
                ref,
                name,
                new Actor(UUID.randomUUID(), "Mali Micro", id, name, null, Set.of(Role.PROVIDER_MANAGER), null));
    }

    /** Everything checked by the adviser, not yet listed. */
    public Micro checked(County county) {
        Micro micro = enquiry(county);
        register.step(county.dpAdviser(), micro.ref(), Verb.CHECK, "Came to see us");
        Arrays.stream(Item.values())
                .filter(item -> item.part() == Part.DUE_DILIGENCE)
                .forEach(item -> check(county.dpAdviser(), micro, item, Check.Outcome.DONE));
        return micro;
    }

    /** Checked by the adviser and listed by the commissioner. */
    public Micro listed(County county) {
        Micro micro = checked(county);
        register.step(county.commissioner(), micro.ref(), Verb.LIST, "All in order");
        return micro;
    }

    void check(Actor by, Micro micro, Item item, Check.Outcome outcome) {
        checks.record(by, micro.ref(), item, new Checks.Found(outcome, "Seen the original", today(), null));
    }

    /** So many people in personal care from today on: P1, P2, … */
    public void helps(County county, Micro micro, int people) {
        for (int i = 1; i <= people; i++) helps(county.dpAdviser(), micro, "P" + i, true, today(), null);
    }

    /** One more person in personal care from today on. */
    public String another(County county, Micro micro) {
        helps(county.dpAdviser(), micro, "Z1", true, today(), null);
        return "Z1";
    }

    void helps(
            Actor by, Micro micro, String reference, boolean personalCare, LocalDate from, @Nullable LocalDate until) {
        arrangements.record(
                by, micro.ref(), OwnReference.typed(reference).orElseThrow(), personalCare, new DateRange(from, until));
    }
}
