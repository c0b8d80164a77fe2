package cymru.pontio.visits;

import java.util.Arrays;

/** A file that cannot be read as visits at all. Nothing of it is kept. */
public class FileRefused extends RuntimeException {
    /** What is the matter; the sentence is {@code visits.file.…}. */
    public enum Fault {
        EMPTY,
        UTF16,
        NUL,
        ENCODING,
        HEADER,
        /** Rows without a file reference, or with another than the first. */
        REFERENCE,
        /** Its reference has been used before. */
        DUPLICATE,
        QUOTES,
        TOO_MANY_ROWS,
        TOO_MANY_PROBLEMS
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
        return "visits.file." + fault;
    }

    public Object[] args() {
        return Arrays.copyOf(args, args.length);
    }
}
