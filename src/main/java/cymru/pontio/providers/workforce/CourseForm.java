package cymru.pontio.providers.workforce;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import org.jspecify.annotations.Nullable;

/** One course of a worker, as typed. */
record CourseForm(
        String course,

        @RealDate(message = "{workforce.Fault.DATE}") DateParts done) {
    CourseForm(@Nullable String course, @Nullable DateParts done) {
        this.course = Typed.text(course);
        this.done = done == null ? DateParts.blank() : done;
    }
}
