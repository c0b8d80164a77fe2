package cymru.pontio.providers.workforce;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import org.jspecify.annotations.Nullable;

/** A worker’s last day, as typed. */
record LeavingForm(
        @RealDate(required = true, message = "{workforce.form.last.missing}")
        DateParts last) {
    LeavingForm(@Nullable DateParts last) {
        this.last = last == null ? DateParts.blank() : last;
    }
}
