package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;

/** What the audit learns of micro-enterprises. The people they help are no part of it, not even by a reference. */
final class MicroEvents {
    private MicroEvents() {}

    record MicroEnterpriseAdded(Actor by, String subject) implements Auditable {}

    record MicroEnterpriseMoved(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record MicroEnterpriseChecked(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record ArrangementRecorded(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record ArrangementChanged(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record ArrangementEnded(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record PeopleTold(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record GrantMoved(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record NetworkChanged(Actor by, String subject, Map<String, String> facts) implements Auditable {}
}
