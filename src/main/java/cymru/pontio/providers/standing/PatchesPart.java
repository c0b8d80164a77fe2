package cymru.pontio.providers.standing;

import cymru.pontio.areas.Areas;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.StandingPart;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where the provider works: adverts of these patches come to it, and no others. */
@Component
class PatchesPart implements StandingPart {
    private final Providers providers;
    private final Areas areas;

    PatchesPart(Providers providers, Areas areas) {
        this.providers = providers;
        this.areas = areas;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public Optional<Part> of(UUID provider, Formats words) {
        Set<String> codes = providers.view(provider).patches();
        String names = areas.choices(words).stream()
                .filter(one -> codes.contains(one.value()))
                .map(Choice::label)
                .collect(Collectors.joining(", "));
        Line line = new Line(
                words.message("standing.patches.covered"),
                names.isEmpty() ? words.message("standing.patches.none") : names);
        return Optional.of(Part.of(
                "patches",
                words.message("standing.patches"),
                List.of(line),
                Step.of(words.message("standing.patches.next"))));
    }
}
