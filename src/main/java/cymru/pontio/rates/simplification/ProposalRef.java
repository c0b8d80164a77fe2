package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name a proposal of new rates: {@code RSP-7K3M-Q}. */
public record ProposalRef(String value) {
    private static final String PREFIX = "RSP";

    public static ProposalRef valueOf(String typed) {
        return new ProposalRef(Reference.parse(PREFIX, typed));
    }

    static ProposalRef random(RandomGenerator random) {
        return new ProposalRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
