package cymru.pontio.providers.register;

import java.util.Arrays;

/** A file that cannot be read as a regulator's register at all. Nothing of it is kept. */
public class FileRefused extends RuntimeException {
    /** What is the matter; the sentence is {@code register.file.…}. */
    public enum Fault {
        EMPTY,
        NOT_TEXT,
        NOT_A_REGISTER,
        COLUMNS,
        COLUMN_TWICE,
        QUOTES,
        NO_HOME_CARE,
        TOO_MANY_ROWS
    }

    private final Fault fault;
    private final transient Object[] args;

    FileRefused(Fault fault, Object... args) {
        super(fault.name());
        this.fault = fault;
        this.args = Arrays.copyOf(args, args.length);
    }

    public Fault fault() {
        return fault;
    }

    public String messageKey() {
        return "register.file." + fault;
    }

    public Object[] args() {
        return Arrays.copyOf(args, args.length);
    }
}
