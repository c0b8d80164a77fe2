package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Role;
import cymru.pontio.providers.StandingPart;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether work is stopped, why, and when the council looks at it again; with those of the past. */
@Component
class EmbargoPart implements StandingPart {
    private final EmbargoTable table;

    EmbargoPart(EmbargoTable table) {
        this.table = table;
    }

    /** @param past those that are over, latest first */
    record Shown(Optional<EmbargoView> now, List<EmbargoView.Entry> entries, List<EmbargoView> past) {}

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Optional<Part> of(UUID provider, Formats words) {
        List<EmbargoView> all = table.of(provider);
        Optional<EmbargoView> now = all.stream().filter(EmbargoView::inForce).findFirst();
        List<EmbargoView.Entry> entries =
                now.map(one -> table.entries(one.id())).orElse(List.of());
        Shown shown = new Shown(
                now, entries, all.stream().filter(one -> !one.inForce()).toList());
        Part part = now.map(one -> inForce(one, words))
                .orElseGet(() -> Part.of(
                        "embargo",
                        words.message("embargo.part"),
                        List.of(),
                        Step.of(words.message("embargo.part.freeNext"))));
        Status status = now.map(one -> new Status(words.label(one.level()), "red"))
                .orElseGet(() -> new Status(words.message("embargo.part.free"), "green"));
        return Optional.of(part.with(status).with(new Insert("embargo/parts", shown)));
    }

    private static Part inForce(EmbargoView one, Formats words) {
        return Part.of(
                "embargo",
                words.message("embargo.part"),
                List.of(),
                Step.of(words.message("embargo.part.next")),
                Step.of(
                        words.message("embargo.part.council", words.date(one.reviewOn())),
                        "/embargoes/" + one.ref(),
                        Role.COMMISSIONER,
                        Role.BROKER));
    }
}
