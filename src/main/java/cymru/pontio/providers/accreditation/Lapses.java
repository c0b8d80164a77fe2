package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Providers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the days bring: reminders before evidence runs out and the lapse after it. The provider’s last day stands already,
 * so that a bid is refused on the day even if this comes late. Live care is none of its business.
 */
@Component
class Lapses {
    private final JdbcClient jdbc;
    private final AdmissionRepository admissions;
    private final Providers providers;
    private final History history;

    Lapses(JdbcClient jdbc, AdmissionRepository admissions, Providers providers, History history) {
        this.jdbc = jdbc;
        this.admissions = admissions;
        this.providers = providers;
        this.history = history;
    }

    private record Reminder(UUID provider, EvidenceKind kind, int days) {}

    /** Providers whose last day has passed but who are still shown as in. */
    @Transactional(readOnly = true)
    public List<UUID> due() {
        return jdbc.sql("""
                select a.provider_id from providers.accreditation a join providers.provider p on p.id = a.provider_id
                where a.state in ('ACCREDITED', 'CONDITIONAL') and p.accredited_until < :today order by a.provider_id""").param("today", today()).query(UUID.class).list();
    }

    @Transactional
    public void lapse(UUID provider) {
        Admission admission = admissions.hold(provider);
        Instant now = admissions.now();
        if (!admission.lapse(providers.view(provider).accreditedUntil(), Zone.dayOf(now), now)) return;
        admissions.saveAndFlush(admission);
        history.add(History.CLOCK, provider, Step.LAPSED);
    }

    /** Sixty, thirty and seven days before, each once; evidence shown late gets only the latest it has earned. */
    @Transactional
    public void remind() {
        List<Reminder> given =
                jdbc.sql("""
                        with latest as (
                            select e.id, e.expires_on
                            from providers.evidence_in_force e join providers.accreditation a on a.provider_id = e.provider_id
                            where a.state in ('ACCREDITED', 'CONDITIONAL') and not e.newer_shown
                        ), given as (
                            insert into providers.evidence_reminder (evidence_id, days)
                            select id, case when expires_on <= cast(:today as date) + 7 then 7
                                            when expires_on <= cast(:today as date) + 30 then 30 else 60 end
                            from latest where expires_on between :today and cast(:today as date) + 60
                            on conflict do nothing returning evidence_id, days
                        )
                        select e.provider_id as provider, e.kind, g.days from given g join providers.evidence e on e.id = g.evidence_id
                        order by e.provider_id, e.kind""").param("today", today()).query(Reminder.class).list();
        for (Reminder one : given)
            history.add(
                    History.CLOCK,
                    one.provider(),
                    Step.reminded(one.days()),
                    one.kind().name(),
                    null);
    }

    private LocalDate today() {
        return Zone.dayOf(admissions.now());
    }
}
