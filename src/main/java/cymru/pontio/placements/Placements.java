package cymru.pontio.placements;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Care that a provider has accepted, from acceptance to its end. */
@Service
public class Placements {
    /** All placements of the provider the actor acts for, past ones included, by package reference. */
    public Map<String, List<PlacementForVisits>> forVisits(Actor actor) {
        throw new UnsupportedOperationException();
    }

    /**
     * First delivered visits just recorded: each placement not yet started is live from then, and the package hears of
     * it. Earlier first visits that arrive later move the start back.
     */
    public void visited(Actor actor, Map<UUID, Instant> firstVisits) {
        throw new UnsupportedOperationException();
    }

    /** When care by the provider that stays began for the whole package, if it has. */
    public Optional<Instant> started(PackageId carePackage) {
        throw new UnsupportedOperationException();
    }

    /** May this council actor see the placements of this package? Empty list if none yet. */
    public List<PlacementRef> ofPackage(Actor actor, PackageRef ref) {
        throw new UnsupportedOperationException();
    }
}
