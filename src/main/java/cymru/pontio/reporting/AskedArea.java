package cymru.pontio.reporting;

import cymru.pontio.kernel.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The area a report is asked for. Of one that is not there a report would say that nothing happened in it. */
@Component
class AskedArea {
    private final JdbcClient jdbc;

    AskedArea(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its code, or none for all. */
    @Nullable
    String of(PeriodForm form) {
        if (form.area().isBlank()) return null;
        return jdbc.sql("select code from areas.report_locality where code = ?")
                .param(form.area())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
