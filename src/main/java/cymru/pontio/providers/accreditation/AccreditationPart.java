package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Role;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.StandingPart;
import cymru.pontio.site.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a provider is let in, for what, until when, and which evidence runs out. The council's own team does not apply, and a
 * micro-enterprise that has not stands on its own register.
 */
@Component
class AccreditationPart implements StandingPart {
    private static final String OWN = "/accreditation/application";

    private final Accreditations accreditations;
    private final Providers providers;

    AccreditationPart(Accreditations accreditations, Providers providers) {
        this.accreditations = accreditations;
        this.providers = providers;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Part> of(UUID provider, Formats words) {
        ProviderView who = providers.view(provider);
        if (who.kind() == ProviderKind.INHOUSE) return Optional.empty();
        Accreditation standing = accreditations.standingOf(provider);
        if (who.kind() == ProviderKind.MICRO && standing.state() == AccreditationState.DRAFT) return Optional.empty();
        return Optional.of(Part.of(
                        "accreditation",
                        words.message("accreditation.part"),
                        lines(standing, words),
                        steps(who, standing, words))
                .with(new Status(words.label(standing.state()), standing.state().colour())));
    }

    private static List<Line> lines(Accreditation standing, Formats words) {
        List<Line> lines = new ArrayList<>();
        if (!standing.lots().isEmpty())
            lines.add(new Line(
                    words.message("accreditation.lots"),
                    standing.lots().stream().map(words::label).collect(Collectors.joining(", "))));
        Integer tier = standing.tier();
        if (tier != null)
            lines.add(new Line(words.message("accreditation.tier"), words.message("accreditation.tier." + tier)));
        LocalDate until = standing.until();
        if (until != null) lines.add(new Line(words.message("accreditation.until"), words.date(until)));
        String condition = standing.condition();
        if (condition != null) lines.add(new Line(words.message("accreditation.condition"), condition));
        for (Accreditation.Expiring one : standing.expiring())
            lines.add(new Line(
                    words.label(one.kind()),
                    one.days() < 0
                            ? words.message("accreditation.evidence.ranOut", words.date(one.expiresOn()))
                            : words.message(
                                    "accreditation.evidence.runsOut", words.date(one.expiresOn()), one.days())));
        return lines;
    }

    private static Step[] steps(ProviderView who, Accreditation standing, Formats words) {
        List<Step> steps = new ArrayList<>();
        String next = switch (standing.state()) {
            case DRAFT, LEFT, REMOVED, LAPSED -> "apply";
            case QUERY -> "answer";
            case APPLIED, CHECKING -> "wait";
            case CONDITIONAL -> "condition";
            case ACCREDITED -> "nothing";
        };
        steps.add(Step.of(words.message("accreditation.part." + next), OWN, Role.PROVIDER_MANAGER));
        for (Accreditation.Expiring one : standing.expiring())
            steps.add(
                    one.newerShown()
                            ? Step.of(
                                    words.message("accreditation.part.look", words.label(one.kind())),
                                    "/accreditation/" + who.ref(),
                                    Role.COMMISSIONER)
                            : Step.of(
                                    words.message("accreditation.part.renew", words.label(one.kind())),
                                    OWN + "/evidence/new?kind=" + one.kind(),
                                    Role.PROVIDER_MANAGER));
        steps.add(
                Step.of(words.message("accreditation.part.council"), "/accreditation/" + who.ref(), Role.COMMISSIONER));
        return steps.toArray(Step[]::new);
    }
}
