package cymru.pontio.providers.accreditation;

import static cymru.pontio.providers.accreditation.AccreditationState.ACCREDITED;
import static cymru.pontio.providers.accreditation.AccreditationState.CHECKING;
import static cymru.pontio.providers.accreditation.AccreditationState.LAPSED;
import static cymru.pontio.providers.accreditation.AccreditationState.QUERY;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a commissioner may propose. */
public enum ProposalKind {
    ACCREDIT(CHECKING, ACCREDITED, AccreditationState.CONDITIONAL, LAPSED),
    CONDITIONAL(CHECKING, ACCREDITED, AccreditationState.CONDITIONAL, LAPSED),
    REFUSE(CHECKING, QUERY),
    REMOVE(ACCREDITED, AccreditationState.CONDITIONAL, LAPSED);

    private final Set<AccreditationState> from;

    ProposalKind(AccreditationState... from) {
        this.from = Set.of(from);
    }

    Set<AccreditationState> from() {
        return from;
    }

    /** Has lots, areas, tier and a last day. */
    public boolean letsIn() {
        return this == ACCREDIT || this == CONDITIONAL;
    }

    static List<ProposalKind> at(AccreditationState state) {
        return Arrays.stream(values()).filter(kind -> kind.from.contains(state)).toList();
    }
}
