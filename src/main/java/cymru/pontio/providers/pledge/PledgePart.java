package cymru.pontio.providers.pledge;

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

/** The pledge in a provider’s standing: the level, until when, and what to do for it. */
@Component
class PledgePart implements StandingPart {
    private static final String PATH = "/pledge";

    private final Providers providers;
    private final Signatories signatories;

    PledgePart(Providers providers, Signatories signatories) {
        this.providers = providers;
        this.signatories = signatories;
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public Optional<Part> of(UUID id, Formats words) {
        ProviderView provider = providers.view(id);
        Signatory one = signatories.of(provider);
        if (provider.kind() != ProviderKind.AGENCY && one.attestations().isEmpty()) return Optional.empty();
        Level level = one.level();
        return Optional.of(new Part(
                "pledge",
                words.message("pledge.market"),
                level == null
                        ? new Status(words.message("pledge.level.none"), null)
                        : new Status(words.label(level), level.colour()),
                lines(one, words),
                null,
                steps(one, words)));
    }

    private static List<Line> lines(Signatory one, Formats words) {
        List<Line> lines = new ArrayList<>();
        one.now().ifPresent(held -> {
            lines.add(new Line(words.message("pledge.since"), words.date(held.from())));
            lines.add(new Line(words.message("pledge.until"), words.date(held.lastDay())));
        });
        List<Signatory.Standing> clauses = one.clauses();
        long counting =
                clauses.stream().filter(clause -> clause.state().counts()).count();
        lines.add(new Line(
                words.message("pledge.standing.clauses"),
                words.message("pledge.standing.clauses.value", counting, clauses.size())));
        long waiting =
                clauses.stream().filter(clause -> clause.waiting() != null).count();
        lines.add(new Line(words.message("pledge.standing.waiting"), words.number(waiting)));
        return lines;
    }

    private static List<Step> steps(Signatory one, Formats words) {
        List<Step> steps = new ArrayList<>();
        for (Signatory.Standing clause : one.expiring())
            if (clause.waiting() == null)
                steps.add(step(words.message(
                        "pledge.standing.expiring", clause.clause().code(), words.date(clause.until()))));
        for (Signatory.Standing clause : one.clauses())
            if (clause.state() == ClauseState.QUERIED)
                steps.add(step(
                        words.message("pledge.standing.queried", clause.clause().code())));
        one.next()
                .filter(level -> !one.missing().isEmpty())
                .ifPresent(level -> steps.add(
                        step(words.message("pledge.standing.next", one.missing().size(), words.label(level)))));
        return steps;
    }

    private static Step step(String text) {
        return Step.of(text, PATH, Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR);
    }
}
