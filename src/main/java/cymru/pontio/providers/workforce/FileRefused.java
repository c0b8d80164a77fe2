package cymru.pontio.providers.workforce;

import java.util.Arrays;

/** A file that cannot be read as workers at all. Nothing of it is kept. */
class FileRefused extends RuntimeException {
    private final Kind kind;
    private final transient Object[] args;

    /** What is the matter; the sentence is {@code workforce.file.…}. */
    enum Kind {
        EMPTY,
        TOO_LARGE,
        ENCODING,
        HEADER,
        QUOTES,
        TOO_MANY_ROWS
    }

    FileRefused(Kind kind, Object... args) {
        super(kind.name());
        this.kind = kind;
        this.args = Arrays.copyOf(args, args.length);
    }

    String messageKey() {
        return "workforce.file." + kind;
    }

    Object[] args() {
        return Arrays.copyOf(args, args.length);
    }
}
