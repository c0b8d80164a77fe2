package cymru.pontio.providers.workforce;

import cymru.pontio.site.DateParts;
import org.jspecify.annotations.Nullable;

/** One course of a worker, as typed. */
record CourseForm(String course, DateParts done) {
    CourseForm(@Nullable String course, @Nullable DateParts done) {
        this.course = Typed.text(course);
        this.done = done == null ? DateParts.blank() : done;
    }
}
