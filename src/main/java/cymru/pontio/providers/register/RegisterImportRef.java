package cymru.pontio.providers.register;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name a register file that was read: {@code REG-7K3M-Q}. */
public record RegisterImportRef(String value) {
    static final String PREFIX = "REG";

    public static RegisterImportRef valueOf(String typed) {
        return new RegisterImportRef(Reference.parse(PREFIX, typed));
    }

    static RegisterImportRef random(RandomGenerator random) {
        return new RegisterImportRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
