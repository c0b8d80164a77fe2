package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;

/** What happens to a register of workers, for the audit. */
final class WorkforceEvents {
    private WorkforceEvents() {}

    record WorkerAdded(Actor by, String subject) implements Auditable {}

    record WorkerChanged(Actor by, String subject) implements Auditable {}

    record WorkerLeft(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record HoursOffered(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record TrainingStandardChanged(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record WorkersImported(Actor by, String subject, Map<String, String> facts) implements Auditable {}
}
