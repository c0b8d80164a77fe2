package cymru.pontio.providers.standing;

import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.StandingPart;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who the provider is. */
@Component
class WhoPart implements StandingPart {
    private final Providers providers;

    WhoPart(Providers providers) {
        this.providers = providers;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Optional<Part> of(UUID provider, Formats words) {
        ProviderView one = providers.view(provider);
        String until = one.accreditedUntil() == null
                ? words.message("standing.who.notAccredited")
                : words.date(one.accreditedUntil());
        return Optional.of(Part.of(
                "who",
                words.message("standing.who"),
                List.of(
                        new Line(words.message("standing.who.name"), one.name()),
                        new Line(words.message("standing.who.kind"), words.label(one.kind())),
                        new Line(words.message("standing.who.until"), until),
                        new Line(words.message("standing.who.doubleHanded"), yesNo(one.doubleHanded(), words)),
                        new Line(words.message("standing.who.welsh"), yesNo(one.welsh(), words))),
                Step.of(words.message("standing.who.next"))));
    }

    private static String yesNo(boolean yes, Formats words) {
        return words.message(yes ? "standing.yes" : "standing.no");
    }
}
