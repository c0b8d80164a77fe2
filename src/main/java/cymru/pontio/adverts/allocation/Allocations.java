package cymru.pontio.adverts.allocation;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Outdated;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How work is given out, patch by patch and from a day on. */
@Service
public class Allocations {
    private final AllocationRows rows;
    private final Areas areas;
    private final Providers providers;
    private final ApplicationEventPublisher events;

    Allocations(AllocationRows rows, Areas areas, Providers providers, ApplicationEventPublisher events) {
        this.rows = rows;
        this.areas = areas;
        this.providers = providers;
        this.events = events;
    }

    record AllocationDecided(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** In force today; open bidding where nobody decided otherwise. */
    @Transactional(readOnly = true)
    public Allocation today(String locality) {
        return rows.on(day()).stream()
                .filter(one -> one.locality().equals(locality))
                .findFirst()
                .orElseGet(() -> Allocation.open(locality));
    }

    /** What is in force today, by the code of the patch, for each current patch. */
    @Transactional(readOnly = true)
    public Map<String, Allocation> all(Actor actor) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        Map<String, Allocation> decided =
                rows.on(day()).stream().collect(Collectors.toMap(Allocation::locality, Function.identity()));
        return areas.current().stream()
                .map(Locality::code)
                .collect(Collectors.toMap(
                        Function.identity(), code -> decided.getOrDefault(code, Allocation.open(code))));
    }

    /** All decisions about a patch, those that have not begun yet first. */
    @Transactional(readOnly = true)
    public List<Allocation> history(Actor actor, String locality) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return rows.of(areas.locality(locality).code());
    }

    /** Providers of long-term care that cover the patch and so may lead it. */
    @Transactional(readOnly = true)
    public List<ProviderView> leads(String locality) {
        return providers.covering(locality).stream()
                .filter(one -> one.kind() == ProviderKind.AGENCY)
                .toList();
    }

    /** The council's own team; a council may have none. */
    @Transactional(readOnly = true)
    public Optional<ProviderView> inhouse() {
        return providers.all().stream()
                .filter(one -> one.kind() == ProviderKind.INHOUSE)
                .findFirst();
    }

    /** Of two who decide at once the second is told who was first. */
    @Transactional
    public void decide(Actor actor, String locality, AllocationTerms terms) {
        actor.must(Role.COMMISSIONER);
        Locality patch = current(locality);
        if (terms.startsOn().isBefore(day())) throw new RuleBroken("allocation.error.past");
        if (terms.mode() == AllocationMode.FIRST_REFUSAL
                && leads(locality).stream().noneMatch(one -> one.id().equals(terms.lead())))
            throw new RuleBroken("allocation.error.lead");
        if (terms.mode() == AllocationMode.INHOUSE && inhouse().isEmpty())
            throw new RuleBroken("allocation.error.inhouse");
        if (!rows.insert(actor, patch.code(), terms)) throw meanwhile(locality);
        events.publishEvent(new AllocationDecided(
                actor,
                "PATCH " + locality,
                Map.of("mode", terms.mode().name(), "from", terms.startsOn().toString())));
    }

    /** The day by the clock that decides. */
    LocalDate day() {
        return Zone.dayOf(rows.now());
    }

    private Locality current(String code) {
        return areas.current().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private RuleBroken meanwhile(String locality) {
        return rows.of(locality).stream()
                .findFirst()
                .<RuleBroken>map(one -> new Outdated(
                        "" + one.number(), "allocation.error.meanwhile", one.by(), Objects.requireNonNull(one.at())))
                .orElseGet(() -> new RuleBroken("allocation.error.past"));
    }
}
