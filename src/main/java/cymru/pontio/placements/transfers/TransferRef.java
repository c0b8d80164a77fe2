package cymru.pontio.placements.transfers;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name a transfer: {@code TRF-7K3M-Q}. */
public record TransferRef(String value) {
    static final String PREFIX = "TRF";

    public static TransferRef valueOf(String typed) {
        return new TransferRef(Reference.parse(PREFIX, typed));
    }

    static TransferRef random(RandomGenerator random) {
        return new TransferRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
