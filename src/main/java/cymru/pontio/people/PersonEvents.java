package cymru.pontio.people;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;

/** What happens to the record of a person, for the audit: references and names of fields, never what is in them. */
final class PersonEvents {
    private PersonEvents() {}

    record PersonAdded(Actor by, String subject) implements Auditable {}

    record PersonChanged(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record AddressMadeConfidential(Actor by, String subject) implements Auditable {}

    record AddressNoLongerConfidential(Actor by, String subject) implements Auditable {}

    static Auditable of(Protection change, Actor by, String subject) {
        return change.confidential()
                ? new AddressMadeConfidential(by, subject)
                : new AddressNoLongerConfidential(by, subject);
    }
}
