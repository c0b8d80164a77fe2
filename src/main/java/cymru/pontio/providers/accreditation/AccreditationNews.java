package cymru.pontio.providers.accreditation;

import static cymru.pontio.providers.accreditation.Step.*;

import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a provider hears of its accreditation and its evidence, and commissioners of what they must look at: a lapse too, because
 * live care goes on without what ran out.
 */
@Component
class AccreditationNews implements NewsSource {
    private static final Set<Step> REMINDERS = EnumSet.of(REMINDED_60, REMINDED_30, REMINDED_7, LAPSED);
    private static final Set<Step> TO_PROVIDER =
            EnumSet.of(ASKED, EVIDENCE_REJECTED, ACCREDITED, CONDITIONAL, REFUSED, REMOVED);
    private static final Set<Step> TO_COUNCIL = EnumSet.of(APPLIED, ANSWERED, PROPOSED);

    private final Providers providers;

    AccreditationNews(Providers providers) {
        this.providers = providers;
    }

    @Override
    public Set<String> actions() {
        return Arrays.stream(Step.values())
                .filter(step -> REMINDERS.contains(step) || TO_PROVIDER.contains(step) || TO_COUNCIL.contains(step))
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
        NewsKind kind = REMINDERS.contains(step) ? NewsKind.REMINDER : NewsKind.ACCREDITATION;
        News own = News.of(kind, messageKey, provider.ref(), null, "/standing", Readers.provider(provider.id()));
        return step == LAPSED ? List.of(own, council) : List.of(own);
    }
}
