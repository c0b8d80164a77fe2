package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.Role;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.StandingPart;
import cymru.pontio.site.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The workforce in a provider’s standing: figures, and what is overdue or due soon. */
@Component
class WorkforcePart implements StandingPart {
    private final Providers providers;
    private final Workforces workforces;

    WorkforcePart(Providers providers, Workforces workforces) {
        this.providers = providers;
        this.workforces = workforces;
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public Optional<Part> of(UUID id, Formats words) {
        ProviderView provider = providers.view(id);
        Team team = workforces.team(provider);
        if (team.size() == 0 && provider.kind() != ProviderKind.AGENCY) return Optional.empty();
        return Optional.of(new Part(
                "workforce", words.message("workforce.market"), null, lines(team, words), null, steps(team, words)));
    }

    private static List<Line> lines(Team team, Formats words) {
        if (team.size() == 0) return List.of();
        return List.of(
                new Line(words.message("workforce.workers"), words.number(team.size())),
                new Line(
                        words.message("workforce.compliant"),
                        words.message("workforce.compliant.value", team.compliant(), team.size(), team.percent())),
                new Line(
                        words.message("workforce.registered"),
                        words.message("workforce.of", team.registered(), team.size())),
                new Line(
                        words.message("workforce.speakers"),
                        words.message("workforce.of", team.speakers(), team.size())),
                new Line(words.message("workforce.activeOffer"), words.label(team.activeOffer())));
    }

    private static List<Step> steps(Team team, Formats words) {
        List<Step> steps = new ArrayList<>();
        if (team.size() == 0) steps.add(step(words.message("workforce.standing.empty"), "/workforce"));
        if (team.overdue() > 0)
            steps.add(step(words.message("workforce.standing.overdue", team.overdue()), "/workforce?show=OVERDUE"));
        if (team.soon() > 0)
            steps.add(step(words.message("workforce.standing.soon", team.soon()), "/workforce?show=SOON"));
        return steps;
    }

    private static Step step(String text, String path) {
        return Step.of(text, path, Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR);
    }
}
