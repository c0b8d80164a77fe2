package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A file as it comes in, its type found out from what it holds. */
@SuppressWarnings("ArrayRecordComponent")
record EvidenceUpload(
        EvidenceKind kind,
        FileType type,
        byte[] content,
        @Nullable LocalDate expiresOn,
        @Nullable Money cover) {
    static final int LARGEST = 10 * 1024 * 1024;
}
