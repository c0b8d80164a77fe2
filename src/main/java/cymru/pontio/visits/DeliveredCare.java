package cymru.pontio.visits;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the sums by package and month or week equal to the visits behind them. */
@Component
class DeliveredCare {
    private final JdbcClient jdbc;

    DeliveredCare(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds up afresh the months and weeks that the changes of this transaction touch, and only those. */
    void recompute(UUID provider, UUID source) {
        findCells(source);
        jdbc.sql("""
                delete from visits.delivered d using visit_cell c
                where d.provider_id = ? and d.period = c.period and d.starts_on = c.starts_on
                    and d.care_package_id = c.care_package_id""").param(provider).update();
        jdbc.sql("""
                insert into visits.delivered (period, starts_on, care_package_id, provider_id, kind, locality, person_key,
                    user_minutes, carer_minutes, visits)
                select c.period, c.starts_on, c.care_package_id, :provider, max(v.kind), max(v.locality), v.person_id,
                    sum(v.user_minutes), sum(v.carer_minutes), count(*)
                from visit_cell c
                join visits.visit v on v.care_package_id = c.care_package_id and v.provider_id = :provider
                    and v.visit_date >= c.starts_on and v.visit_date < c.until
                where v.superseded_at is null and v.status in ('DELIVERED', 'UNPLANNED')
                group by c.period, c.starts_on, c.care_package_id, v.person_id""").param("provider", provider).update();
    }

    private void findCells(UUID source) {
        jdbc.sql("""
                create temp table visit_cell (period text, starts_on date, until date, care_package_id uuid) on commit drop""").update();
        jdbc.sql("""
                insert into visit_cell
                select distinct cell.period, cell.starts_on, (cell.starts_on + cell.length)::date, touched.care_package_id
                from (select c.old_package as care_package_id, c.old_date as day from visit_change c where c.old_id is not null
                      union
                      select p.care_package_id, r.visit_date
                      from visit_change c
                      join visits.import_row r on r.import_id = :source and r.line = c.line
                      join visit_placement p on p.id = r.placement_id) touched
                cross join lateral (values
                    ('MONTH', date_trunc('month', touched.day)::date, interval '1 month'),
                    ('WEEK', date_trunc('week', touched.day)::date, interval '7 days')) cell (period, starts_on, length)""").param("source", source).update();
        jdbc.sql("analyze visit_cell").update();
    }
}
