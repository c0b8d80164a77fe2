package cymru.pontio.providers.register;

import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.StandingPart;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The regulator's ratings, theme by theme, with the inspection they come from. A micro-enterprise for up to four people has no
 * registration and so none.
 */
@Component
class RegisterPart implements StandingPart {
    private final Register register;
    private final Providers providers;

    RegisterPart(Register register, Providers providers) {
        this.register = register;
        this.providers = providers;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Optional<Part> of(UUID provider, Formats words) {
        List<RatedService> services = register.of(List.of(provider)).getOrDefault(provider, List.of());
        if (services.isEmpty() && providers.view(provider).kind() == ProviderKind.MICRO) return Optional.empty();
        String next = services.isEmpty()
                ? "register.part.linkNext"
                : services.stream().anyMatch(RatedService::anyRated)
                        ? "register.part.next"
                        : "register.part.unratedNext";
        Part part = Part.of("ratings", words.message("register.part"), List.of(), Step.of(words.message(next)));
        return Optional.of(part.with(new Insert("register/parts", services)));
    }
}
