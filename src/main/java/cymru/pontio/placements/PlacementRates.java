package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.rates.simplification.LiveRate;
import cymru.pontio.rates.simplification.LiveRates;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What running placements are paid: as agreed at acceptance, and from later days on as two people of the council decided. */
@Component
class PlacementRates implements LiveRates {
    private final JdbcClient jdbc;
    private final Clock clock;

    PlacementRates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A rate that came after the agreed one. */
    record Later(LocalDate from, Money was, Money rate, String proposal) {}

    @Override
    @Transactional(readOnly = true)
    public List<LiveRate> on(LocalDate day) {
        return jdbc.sql("""
                select p.id, p.ref, p.provider_id, p.locality, plan.visits, plan.night,
                    placements.rate_on(p.id, p.rate, :day) as rate, m.user_minutes as user_minutes_week,
                    m.carer_minutes as carer_minutes_week
                from placements.placement p
                cross join lateral placements.minutes_on(p.id, :day) m
                cross join lateral (
                    select greatest(1, coalesce(sum(length(c ->> 'days')), 0))::int as visits,
                        coalesce(bool_and(c ->> 'band' = 'NIGHT'), false) as night
                    from jsonb_array_elements(placements.order_on(p.id, :day) -> 'calls') c) plan
                where p.status in ('LIVE', 'NOTICE_GIVEN') order by p.ref""")
                .param("day", day)
                .query((row, n) -> new LiveRate(
                        row.getObject("id", UUID.class),
                        row.getString("ref"),
                        row.getObject("provider_id", UUID.class),
                        row.getString("locality"),
                        row.getInt("visits"),
                        row.getBoolean("night"),
                        new Money(row.getBigDecimal("rate")),
                        WeeklyHours.ofMinutes(row.getInt("user_minutes_week"), row.getInt("carer_minutes_week"))))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int change(Actor by, NewRates rates) {
        by.must(Role.COMMISSIONER, Role.FINANCE);
        Timestamp now = Timestamp.from(clock.instant());
        List<NewRate> each = rates.each().stream()
                .sorted(Comparator.comparing(NewRate::placement))
                .toList();
        int changed = 0;
        for (NewRate one : each) {
            if (!heldGiving(one.placement())) continue;
            mustStillBe(one);
            enter(one, rates, by, now);
            changed++;
        }
        return changed;
    }

    /** Later rates of a placement, those to come included. */
    List<Later> of(UUID placement) {
        return jdbc.sql(
                        "select from_on, was, rate, proposal from placements.placement_rate where placement_id = ? order by from_on")
                .param(placement)
                .query((row, n) -> new Later(
                        row.getObject("from_on", LocalDate.class),
                        new Money(row.getBigDecimal("was")),
                        new Money(row.getBigDecimal("rate")),
                        row.getString("proposal")))
                .list();
    }

    /** Whether it gives care, to its last day too. Whoever changes the same placement waits here. */
    private boolean heldGiving(UUID placement) {
        return jdbc.sql("select status in ('LIVE', 'NOTICE_GIVEN') from placements.placement where id = ? for update")
                .param(placement)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The last rate agreed, whenever it begins: a decision is not laid over one that nobody knew of. */
    private void mustStillBe(NewRate one) {
        Money last = jdbc.sql("select placements.rate_on(id, rate, 'infinity') from placements.placement where id = ?")
                .param(one.placement())
                .query((row, n) -> new Money(row.getBigDecimal(1)))
                .single();
        if (!last.equals(one.was())) throw new RuleBroken("placements.error.rateMoved");
    }

    private void enter(NewRate one, NewRates rates, Actor by, Timestamp now) {
        try {
            jdbc.sql("""
                    insert into placements.placement_rate (placement_id, from_on, was, rate, proposal, decided_by, decided_by_name, decided_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            one.placement(),
                            rates.from(),
                            one.was().pounds(),
                            one.rate().pounds(),
                            rates.proposal(),
                            by.userId(),
                            by.name(),
                            now)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new RuleBroken("placements.error.rateMoved");
        }
    }
}
