package cymru.pontio.providers.capacity;

import cymru.pontio.kernel.Role;
import cymru.pontio.providers.MarketPage;
import cymru.pontio.providers.StandingPart;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A provider's spare hours as it and the council see them. */
@Component
class CapacityStanding implements StandingPart {
    private static final int ORDER = 500;

    private final CapacityTable table;

    CapacityStanding(CapacityTable table) {
        this.table = table;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Part> of(UUID provider, Formats words) {
        if (!table.declares(provider)) return Optional.empty();
        Spare spare = table.spare(provider);
        Part part = Part.of("capacity", words.message("capacity.title"), lines(spare, words), steps(spare, words));
        return Optional.of(part.with(status(spare.freshness(), words)));
    }

    private static Status status(Freshness freshness, Formats words) {
        String colour = switch (freshness) {
            case FRESH -> "green";
            case STALE -> "orange";
            case NONE -> "grey";
        };
        return new Status(words.label(freshness), colour);
    }

    private static List<Line> lines(Spare spare, Formats words) {
        Spare.Declared declared = spare.declared();
        if (declared == null) return List.of();
        return List.of(
                new Line(words.message("capacity.standing.declared"), words.dateTime(declared.at())),
                new Line(words.message("capacity.standing.until"), words.date(declared.freshUntil())),
                new Line(
                        words.message("capacity.left.one"),
                        words.message("capacity.hours.one", words.hours(spare.sum(1)))),
                new Line(
                        words.message("capacity.left.two"),
                        words.message(
                                "capacity.hours.two", words.hours(spare.sum(2)), words.hours(2L * spare.sum(2)))));
    }

    private static Step[] steps(Spare spare, Formats words) {
        if (spare.freshness() == Freshness.FRESH) return new Step[0];
        String sentence = spare.declared() == null ? "capacity.standing.never" : "capacity.standing.again";
        return new Step[] {
            Step.of(words.message(sentence), "/capacity", Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR)
        };
    }

    @Configuration(proxyBeanMethods = false)
    static class Pages {
        @Bean
        MarketPage capacityPage() {
            return new MarketPage(
                    400, "capacity", "/capacity", Set.of(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR));
        }
    }
}
