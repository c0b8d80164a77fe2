package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Alerts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a provider must not overlook: it has lapsed, or will within a week. */
@Component
class Warnings implements Alerts {
    private static final int LAST_REMINDER = 7;

    private final Accreditations accreditations;

    Warnings(Accreditations accreditations) {
        this.accreditations = accreditations;
    }

    @Override
    public List<Alert> of(Actor actor) {
        if (!actor.ofProvider()) return List.of();
        Accreditation standing = accreditations.standingOf(actor.organisation());
        LocalDate until = standing.until();
        if (standing.state() == AccreditationState.LAPSED && until != null)
            return List.of(new Alert("accreditation.alert.lapsed", noon(until)));
        if (!standing.state().isIn()) return List.of();
        return standing.toRenew().stream()
                .filter(one -> one.days() >= 0 && one.days() <= LAST_REMINDER)
                .filter(one -> one.kind().mandatory())
                .findFirst()
                .map(one -> List.of(new Alert("accreditation.alert.soon", noon(one.expiresOn()))))
                .orElse(List.of());
    }

    /** So that it is this day in whatever zone the words are made. */
    private static Date noon(LocalDate day) {
        return Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }
}
