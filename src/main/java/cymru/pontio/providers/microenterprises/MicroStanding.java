package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Role;
import cymru.pontio.providers.StandingPart;
import cymru.pontio.site.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the register says of a micro-enterprise, as a part of its standing; agencies have none. */
@Component
class MicroStanding implements StandingPart {
    private static final int ORDER = 800;

    private final Shelf shelf;
    private final Checks checks;

    MicroStanding(Shelf shelf, Checks checks) {
        this.shelf = shelf;
        this.checks = checks;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Part> of(UUID provider, Formats words) {
        return shelf.byId(provider).map(micro -> part(micro, checks.checklist(provider), words));
    }

    private static Part part(MicroView micro, Checklist list, Formats words) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                words.message("microenterprises.standing.personal"),
                words.message("microenterprises.of", micro.personalCare(), FourPeople.MOST)));
        lines.add(new Line(words.message("microenterprises.standing.others"), words.number(micro.others())));
        for (Checklist.Progress part : list.progress())
            lines.add(new Line(
                    words.label(part.part()),
                    words.message("microenterprises.checks.progress", part.done(), part.total())));
        return Part.of("microenterprises", words.message("microenterprises.standing"), lines, next(micro, list, words))
                .with(new Status(words.label(micro.state()), colour(micro.state())));
    }

    private static Step[] next(MicroView micro, Checklist list, Formats words) {
        List<Step> steps = new ArrayList<>();
        if (!list.open(cymru.pontio.providers.microenterprises.Part.DUE_DILIGENCE)
                .isEmpty()) steps.add(step("open", words));
        if (!list.due().isEmpty()) steps.add(step("due", words));
        if (micro.full()) steps.add(step("full", words));
        if (micro.state() == MicroState.PAUSED) steps.add(step("paused", words));
        if (micro.state() != MicroState.ENDED)
            steps.add(Step.of(
                    words.message("microenterprises.standing.people"),
                    "/micro-enterprises/own",
                    Role.PROVIDER_MANAGER));
        return steps.toArray(Step[]::new);
    }

    private static Step step(String word, Formats words) {
        return Step.of(words.message("microenterprises.standing." + word));
    }

    private static String colour(MicroState state) {
        return switch (state) {
            case LISTED -> "green";
            case DUE_DILIGENCE -> "yellow";
            case PAUSED -> "orange";
            case ENQUIRY, ENDED -> "grey";
        };
    }
}
