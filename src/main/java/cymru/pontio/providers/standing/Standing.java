package cymru.pontio.providers.standing;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.StandingPart;
import cymru.pontio.providers.StandingPart.Part;
import cymru.pontio.site.Formats;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One record for both sides: a provider sees exactly what the council sees about it. */
@Service
public class Standing {
    private final Providers providers;
    private final List<StandingPart> parts;

    Standing(Providers providers, ObjectProvider<StandingPart> parts) {
        this.providers = providers;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(StandingPart::order))
                .toList();
    }

    /** @param parts in the reader's language, in their order */
    public record Record(ProviderView provider, List<Part> parts) {}

    /** How the actor's own organisation stands. */
    @Transactional(readOnly = true)
    public Record own(Actor actor, Formats words) {
        if (!actor.ofProvider()) throw new NotFound();
        return of(providers.view(actor.organisation()), words);
    }

    /** How any provider stands, for the council. */
    @Transactional(readOnly = true)
    public Record of(Actor actor, String ref, Formats words) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return of(providers.byRef(ref), words);
    }

    private Record of(ProviderView provider, Formats words) {
        return new Record(
                provider,
                parts.stream()
                        .flatMap(part -> part.of(provider.id(), words).stream())
                        .toList());
    }
}
