package cymru.pontio.bridging;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hours of bridging that were given, as the coordinator enters them day by day. */
@Service
class BridgingRecords {
    private final EpisodeShelf shelf;
    private final BridgedDays days;

    BridgingRecords(EpisodeShelf shelf, BridgedDays days) {
        this.shelf = shelf;
        this.days = days;
    }

    /** Entering a day again supersedes what stood; the old entry is kept. */
    @Transactional
    public void enter(Actor actor, EpisodeRef ref, LocalDate day, BridgedDays.Given given) {
        actor.must(Role.INHOUSE_COORDINATOR);
        Episode episode = shelf.hold(ref);
        episode.mayRecord(day, shelf.today());
        days.record(actor, episode.id(), day, given);
        shelf.tell(new EpisodeEvents.BridgingRecorded(
                actor,
                ref.value(),
                Map.of(
                        "day", day.toString(),
                        "user", "" + given.userMinutes(),
                        "carer", "" + given.carerMinutes(),
                        "displaced", "" + given.displacedMinutes())));
    }

    /** What stands for a day, to be put right. */
    @Transactional(readOnly = true)
    public Optional<BridgedDays.Given> standing(Actor actor, EpisodeRef ref, LocalDate day) {
        actor.must(Role.INHOUSE_COORDINATOR);
        return days.standing(shelf.get(ref).id(), day);
    }
}
