package cymru.pontio.providers.accreditation;

import static cymru.pontio.providers.accreditation.Step.*;

import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import cymru.pontio.site.Unmailed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a provider hears of its accreditation and its evidence, and commissioners of what they must look at: a lapse too, because
 * live care goes on without what ran out.
 */
@Component
class AccreditationNews implements NewsSource {
    private static final Set<Step> TO_PROVIDER =
            EnumSet.of(ASKED, EVIDENCE_REJECTED, ACCREDITED, CONDITIONAL, REFUSED, REMOVED, LAPSED);
    private static final Set<Step> TO_COUNCIL = EnumSet.of(APPLIED, ANSWERED, PROPOSED);

    private static final String EXPIRES = "accreditation.news.expires.";

    private final Providers providers;
    private final JdbcClient jdbc;

    AccreditationNews(Providers providers, JdbcClient jdbc) {
        this.providers = providers;
        this.jdbc = jdbc;
    }

    private record Reminder(UUID evidence, UUID provider, String ref, EvidenceKind kind, LocalDate expires, int days) {}

    @Override
    public Set<String> actions() {
        return Arrays.stream(Step.values())
                .filter(step -> TO_PROVIDER.contains(step) || TO_COUNCIL.contains(step))
                .map(Step::action)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<News> of(String action, String subject) {
        Step step = Arrays.stream(Step.values())
                .filter(one -> one.action().equals(action))
                .findFirst()
                .orElseThrow();
        ProviderView provider = providers.byRef(subject);
        String messageKey = "accreditation.news." + step.name().toLowerCase(Locale.ROOT);
        News council = News.of(
                NewsKind.ACCREDITATION,
                messageKey,
                provider.ref(),
                null,
                "/accreditation/" + provider.ref(),
                Readers.council(Role.COMMISSIONER));
        if (TO_COUNCIL.contains(step)) return List.of(council);
        NewsKind kind = step == LAPSED ? NewsKind.REMINDER : NewsKind.ACCREDITATION;
        News own = News.of(kind, messageKey, provider.ref(), null, "/standing", Readers.provider(provider.id()));
        return step == LAPSED ? List.of(own, council) : List.of(own);
    }

    /** Several kinds may be reminded of at once, so each reminder is news of its own and says which it is about. */
    @Override
    public List<News> due() {
        return jdbc.sql("""
                select r.evidence_id as evidence, e.provider_id as provider, p.ref, e.kind, e.expires_on as expires, r.days
                from providers.evidence_reminder r
                join providers.evidence e on e.id = r.evidence_id join providers.provider p on p.id = e.provider_id
                where r.at > clock_timestamp() - interval '7 days' order by r.at, r.evidence_id""").query(Reminder.class).list().stream()
                .map(AccreditationNews::reminder)
                .toList();
    }

    @Override
    public void over(Unmailed told) {
        for (EvidenceKind kind : EvidenceKind.values()) told.onlyWhere(jdbc, """
                    select p.ref, e.expires_on as day
                    from providers.evidence_in_force e join providers.provider p on p.id = e.provider_id
                    where not e.newer_shown and e.kind = '%s'
                      and e.expires_on <= (clock_timestamp() at time zone 'Europe/London')::date + 60""".formatted(kind), EXPIRES + kind);
        String state =
                "select p.ref from providers.accreditation a join providers.provider p on p.id = a.provider_id where a.state ";
        told.onlyWhere(jdbc, state + "= 'QUERY'", "accreditation.news.asked");
        told.onlyWhere(
                jdbc,
                state + "in ('APPLIED', 'CHECKING', 'QUERY')",
                "accreditation.news.applied",
                "accreditation.news.answered");
        told.onlyWhere(jdbc, state + "= 'LAPSED'", "accreditation.news.lapsed");
        told.onlyWhere(jdbc, """
                select p.ref from providers.accreditation_proposal a join providers.provider p on p.id = a.provider_id
                where a.outcome is null""", "accreditation.news.proposed");
    }

    private static News reminder(Reminder one) {
        return News.of(
                        NewsKind.REMINDER,
                        EXPIRES + one.kind(),
                        one.ref(),
                        null,
                        "/standing",
                        Readers.provider(one.provider()))
                .on(one.expires())
                .once("accreditation.expires " + one.evidence() + " " + one.days());
    }
}
