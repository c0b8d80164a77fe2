package cymru.pontio.providers.workforce;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the standard of a day. */
@Component
class Standards {
    private final JdbcClient jdbc;

    Standards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Standard on(LocalDate day) {
        Map<String, Integer> months = new HashMap<>();
        jdbc.sql("select code, months from providers.workforce_rule where from_on <= ? order by from_on")
                .param(day)
                .query(row -> {
                    months.put(row.getString("code"), row.getInt("months"));
                });
        return new Standard(
                months.getOrDefault("REGISTRATION", 6),
                months.getOrDefault("OFFER", 3),
                months.getOrDefault("DBS", 36),
                months.getOrDefault("QUALIFICATION", 36),
                courses(day));
    }

    private List<Course> courses(LocalDate day) {
        return jdbc.sql("""
                select code, name_en, name_cy, within_weeks, good_months from providers.training_course
                where from_on <= :day and (until_on is null or until_on > :day) order by position, code""").param("day", day).query(Course.class).list();
    }
}
