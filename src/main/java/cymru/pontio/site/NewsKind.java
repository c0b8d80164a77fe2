package cymru.pontio.site;

import static cymru.pontio.kernel.Role.*;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.util.List;
import java.util.Set;

/** What people are told of. For each kind everybody chooses how often a mail comes; the inbox holds all of them. */
public enum NewsKind {
    OPPORTUNITY(Sides.PROVIDER, Rhythm.AT_ONCE),
    CLOSING(Sides.PROVIDER, Rhythm.AT_ONCE),
    CHANGED(Sides.PROVIDER, Rhythm.AT_ONCE),
    ANSWER(Sides.PROVIDER, Rhythm.DAILY),
    OFFER(Sides.PROVIDER, Rhythm.AT_ONCE),
    RESULT(Sides.PROVIDER, Rhythm.DAILY),
    EMBARGO(Set.of(PROVIDER_MANAGER, PROVIDER_COORDINATOR, COMMISSIONER), Rhythm.AT_ONCE),
    ACCREDITATION(Set.of(PROVIDER_MANAGER, PROVIDER_COORDINATOR, COMMISSIONER), Rhythm.DAILY),
    /** Levels of the pledge, and grants. */
    PLEDGE(Set.of(PROVIDER_MANAGER, PROVIDER_COORDINATOR), Rhythm.DAILY),
    REMINDER(Set.of(PROVIDER_MANAGER, PROVIDER_COORDINATOR), Rhythm.DAILY),
    QUESTION(Sides.SOURCING, Rhythm.DAILY),
    ROUND(Sides.SOURCING, Rhythm.DAILY),
    AWARD(Sides.SOURCING, Rhythm.DAILY),
    START(Sides.CARE, Rhythm.DAILY),
    LEAVING(Sides.CARE, Rhythm.AT_ONCE),
    BRIDGING(Set.of(INHOUSE_COORDINATOR, BROKER, COMMISSIONER, SOCIAL_WORKER, TEAM_MANAGER), Rhythm.DAILY),
    /** Changes of the week of care. */
    CHANGE(
            Set.of(
                    PROVIDER_MANAGER,
                    PROVIDER_COORDINATOR,
                    INHOUSE_COORDINATOR,
                    BROKER,
                    SOCIAL_WORKER,
                    TEAM_MANAGER,
                    FINANCE),
            Rhythm.DAILY),
    /** Nobody is to visit, or visits go on. */
    AWAY(Sides.CARE, Rhythm.AT_ONCE);

    /** How often a mail comes. */
    public enum Rhythm {
        AT_ONCE,
        DAILY,
        WEEKLY,
        OFF
    }

    private final Set<Role> readers;
    private final Rhythm usual;

    NewsKind(Set<Role> readers, Rhythm usual) {
        this.readers = readers;
        this.usual = usual;
    }

    /** Until a person chooses. */
    public Rhythm usual() {
        return usual;
    }

    /** Whether the person could ever be told of such a thing. */
    public boolean concerns(Actor actor) {
        return readers.stream().anyMatch(actor::is);
    }

    public static List<NewsKind> concerning(Actor actor) {
        return List.of(values()).stream().filter(kind -> kind.concerns(actor)).toList();
    }

    private static final class Sides {
        static final Set<Role> PROVIDER = Set.of(PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR);
        static final Set<Role> SOURCING = Set.of(BROKER, COMMISSIONER);
        static final Set<Role> CARE = Set.of(
                PROVIDER_MANAGER,
                PROVIDER_COORDINATOR,
                INHOUSE_COORDINATOR,
                BROKER,
                COMMISSIONER,
                SOCIAL_WORKER,
                TEAM_MANAGER);
    }
}
