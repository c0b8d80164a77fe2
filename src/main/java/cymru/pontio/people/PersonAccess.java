package cymru.pontio.people;

import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.RecordAccess;
import org.springframework.stereotype.Component;

/** A person's record is there for social workers and managers of the own team. */
@Component
class PersonAccess implements RecordAccess {
    private final PersonRepository people;

    PersonAccess(PersonRepository people) {
        this.people = people;
    }

    @Override
    public boolean mayOpen(Actor actor, String ref) {
        return actor.isAny(SOCIAL_WORKER, TEAM_MANAGER)
                && actor.team() != null
                && people.findByRefAndTeamId(ref, actor.team()).isPresent();
    }
}
