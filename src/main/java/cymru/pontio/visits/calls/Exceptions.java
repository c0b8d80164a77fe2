package cymru.pontio.visits.calls;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.PersonalDataRead;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is not as it should be with calls and visits: the council looks at each, asks the provider or settles it; the provider
 * answers. A correction of the visit may take it away. A provider sees its own, a team of social workers those of its people.
 */
@Service
public class Exceptions {
    static final Role[] COUNCIL = {Role.BROKER, Role.COMMISSIONER, Role.FINANCE};
    static final Role[] TEAM = {Role.SOCIAL_WORKER, Role.TEAM_MANAGER};
    static final Role[] PROVIDER = {Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR};
    static final Role[] READERS =
            Stream.of(COUNCIL, TEAM, PROVIDER).flatMap(Stream::of).toArray(Role[]::new);
    static final int PAGE = 25;
    private static final int MOST_IN_FILE = 50_000;

    private final ExceptionTable table;
    private final ApplicationEventPublisher events;

    Exceptions(ExceptionTable table, ApplicationEventPublisher events) {
        this.table = table;
        this.events = events;
    }

    record ExceptionMoved(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** Latest day first, each day by package; one more than a page, if there are more. */
    @Transactional(readOnly = true)
    public List<ExceptionRow> list(Actor actor, ExceptionFilter filter) {
        return table.list(filter, reader(actor), PAGE + 1);
    }

    /** All of the filter, for a file; never a part of it that looks like all. */
    @Transactional(readOnly = true)
    public List<ExceptionRow> all(Actor actor, ExceptionFilter filter) {
        List<ExceptionRow> rows = table.list(filter, reader(actor), MOST_IN_FILE + 1);
        if (rows.size() > MOST_IN_FILE) throw new RuleBroken("calls.error.tooManyForFile", MOST_IN_FILE);
        return rows;
    }

    @Transactional
    public ExceptionView view(Actor actor, UUID id) {
        ExceptionRow row = find(actor, id);
        events.publishEvent(new PersonalDataRead(actor, "visits", row.packageRef()));
        return new ExceptionView(row, table.day(row), table.steps(id));
    }

    /** The next of those that the reader is looking at and that wait for somebody, after the given one; at the end the first. */
    @Transactional(readOnly = true)
    public Optional<ExceptionRow> next(Actor actor, UUID id, ExceptionFilter filter) {
        ExceptionRow row = find(actor, id);
        ExceptionFilter open =
                filter.tab().equals("closed") ? ExceptionFilter.of(null, filter.kind(), null, usual(actor)) : filter;
        return Stream.of(open.toDo(row), open.toDo(null))
                .flatMap(part -> table.list(part, reader(actor), 2).stream())
                .filter(other -> !other.id().equals(id))
                .findFirst();
    }

    /** The council asks the provider. */
    @Transactional
    public void query(Actor actor, UUID id, long seen, String text) {
        actor.must(COUNCIL);
        step(actor, id, seen, "QUERIED", text);
    }

    /** The provider answers, or says something before it is asked. */
    @Transactional
    public void answer(Actor actor, UUID id, long seen, String text) {
        actor.must(PROVIDER);
        step(actor, id, seen, "ANSWERED", text);
    }

    /** The council has seen it and leaves it at that. */
    @Transactional
    public void settle(Actor actor, UUID id, long seen, String text) {
        actor.must(COUNCIL);
        step(actor, id, seen, "SETTLED", text);
    }

    /** Where this person begins: with whose turn it is, a team with what alarms. */
    static String usual(Actor actor) {
        return actor.isAny(COUNCIL) ? "council" : actor.isAny(TEAM) ? "missed" : "provider";
    }

    private void step(Actor actor, UUID id, long seen, String step, String text) {
        ExceptionRow row = find(actor, id);
        if (row.closed()) throw new RuleBroken("calls.error.closed");
        if (!table.move(id, seen, step)) throw new RuleBroken("calls.error.changed");
        table.note(id, step, text, actor);
        events.publishEvent(new ExceptionMoved(actor, row.packageRef(), Map.of("kind", row.kind(), "step", step)));
    }

    private ExceptionRow find(Actor actor, UUID id) {
        return table.find(id, reader(actor)).orElseThrow(NotFound::new);
    }

    private static ExceptionTable.Reader reader(Actor actor) {
        actor.must(READERS);
        return ExceptionTable.Reader.of(actor);
    }
}
