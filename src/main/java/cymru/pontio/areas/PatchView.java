package cymru.pontio.areas;

import cymru.pontio.site.TwoNames;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patch as the council sees it.
 *
 * @param codes outward codes that touch it
 * @param centre as in {@link PatchTerms}
 * @param changes the latest first
 * @param seen number of the latest change of any patch
 */
record PatchView(
        Locality locality,
        @Nullable Instant retiredAt,
        List<Community> communities,
        List<OutwardCode> codes,
        String centre,
        List<PatchRows.Change> changes,
        long seen)
        implements TwoNames {
    @Override
    public String nameEn() {
        return locality.nameEn();
    }

    @Override
    public String nameCy() {
        return locality.nameCy();
    }

    public String codesText() {
        return OutwardCode.text(codes);
    }

    public boolean current() {
        return retiredAt == null;
    }
}
