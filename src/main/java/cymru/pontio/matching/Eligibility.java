package cymru.pontio.matching;

import java.util.List;

/** Whether a provider may be offered a package. Refusals carry all their reasons at once. */
public sealed interface Eligibility {
    record Eligible() implements Eligibility {}

    record Refused(List<Reason> reasons) implements Eligibility {}

    /**
     * One hard rule that failed.
     *
     * @param messageKey a sentence in the matching room's messages
     */
    record Reason(String messageKey, List<Object> args) {}
}
