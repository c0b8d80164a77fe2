package cymru.pontio.providers.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A register file that was read.
 *
 * @param overtaken the register has changed since it was compared
 */
public record RegisterImportView(
        UUID id,
        RegisterImportRef ref,
        Regulator regulator,
        Status status,
        String sha256,
        long basedOn,
        boolean overtaken,
        Counts counts,
        Deed uploaded,
        @Nullable Deed decided) {

    /** What became of it. */
    public enum Status {
        CHECKED,
        /** The register said all this already. */
        NOTHING,
        APPLIED,
        DISCARDED
    }

    /** @param whole the number of every row could be read, so that vanished services are known */
    public record Counts(
            int fresh,
            int changed,
            int vanished,
            int back,
            int responsible,
            int same,
            int bad,
            int leftOut,
            boolean whole) {

        /** A file that makes so many vanish is probably only part of the register. */
        public boolean suspicious() {
            return vanished > 5 && vanished * 10 > vanished + changed + same;
        }

        public int services() {
            return fresh + changed + vanished + back;
        }
    }

    public record Deed(String name, Instant at) {}

    public boolean open() {
        return status == Status.CHECKED;
    }

    public boolean applicable() {
        return open() && !overtaken;
    }

    /** Of the tag that says the status; no colour is neutral. */
    public String colour() {
        return switch (status) {
            case CHECKED -> "yellow";
            case APPLIED -> "green";
            case NOTHING, DISCARDED -> "grey";
        };
    }
}
