package cymru.pontio.providers.register;

import cymru.pontio.providers.StandingPart;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The regulator's ratings, theme by theme, with the inspection they come from. */
@Component
class RegisterPart implements StandingPart {
    private final Register register;

    RegisterPart(Register register) {
        this.register = register;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Optional<Part> of(UUID provider, Formats words) {
        List<RatedService> services = register.of(List.of(provider)).getOrDefault(provider, List.of());
        String next = services.isEmpty()
                ? "register.part.linkNext"
                : services.stream().anyMatch(RatedService::anyRated)
                        ? "register.part.next"
                        : "register.part.unratedNext";
        Part part = Part.of("ratings", words.message("register.part"), List.of(), Step.of(words.message(next)));
        return Optional.of(part.with(new Insert("register/parts", services)));
    }
}
