package cymru.pontio.demo;

import cymru.pontio.demo.Cast.Member;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Changes of rates that wait for a second person: a new envelope, and fewer rates for the placements that run. */
final class RateRows {
    private static final long DAY = 86_400;

    /** As the workbench works it out where no two groups need to be made one. */
    private static final String LINES = """
            insert into rates.proposal_line (proposal_id, placement_id, placement_ref, provider_id, zone, length, service,
                user_minutes, carer_minutes, old_rate, new_rate)
            select made.proposal, made.id, made.ref, made.provider_id, made.zone, made.length, 'SESSIONAL', made.user_minutes_week,
                made.carer_minutes_week, made.rate, case when made.rate > e.ceiling then made.rate else
                    least(e.ceiling, greatest(e.floor, round(sum(made.rate * made.carer_minutes_week)
                        filter (where made.rate <= e.ceiling) over same / sum(made.carer_minutes_week)
                        filter (where made.rate <= e.ceiling) over same, 2))) end
            from (
                select r.id as proposal, r.from_on, p.id, p.ref, p.provider_id, p.rate, p.user_minutes_week, p.carer_minutes_week,
                    coalesce(z.zone, 'RURAL') as zone,
                    case when p.user_minutes_week < 30 * plan.visits then 'UNDER_30'
                        when p.user_minutes_week < 45 * plan.visits then 'FROM_30'
                        when p.user_minutes_week < 60 * plan.visits then 'FROM_45' else 'FROM_60' end as length
                from rates.proposal r
                cross join placements.placement p
                join providers.provider v on v.id = p.provider_id and v.kind <> 'INHOUSE'
                left join rates.locality_zone z on z.locality = p.locality and z.valid @> r.from_on
                join placements.service_order o on o.placement_id = p.id
                cross join lateral (select sum(length(c ->> 'days')) as visits from jsonb_array_elements(o.snapshot -> 'calls') c) plan
                where r.kind = 'SIMPLIFICATION' and p.status = 'LIVE') made
            join rates.envelope e on e.valid @> made.from_on
            window same as (partition by made.zone, made.length)""";

    private RateRows() {}

    static void write(Scene scene) {
        Member commissioner = scene.cast().commissioner();
        long at = scene.now() / DAY * DAY - 2 * DAY + 10 * 3600;
        LocalDate from = At.date((int) (scene.now() / DAY)).plusMonths(2).withDayOfMonth(1);
        scene.add(
                Table.RATE_PROPOSAL,
                Dice.key(at, 1, 900),
                Refs.of("RSP", 1),
                "SIMPLIFICATION",
                "PROPOSED",
                "ZONE_LENGTH",
                "MEAN",
                12,
                from,
                "Invoices take two people three days a month, because nearly every package has a rate of its own.",
                commissioner.id(),
                commissioner.name(),
                At.instant(at));
        scene.add(
                Table.RATE_CHANGE,
                Dice.key(at, 2, 900),
                Refs.of("RTC", 2),
                "ENVELOPE",
                "PROPOSED",
                from.plusMonths(3).withMonth(4).withDayOfMonth(1),
                "28.10",
                "23.60",
                "33.40",
                "illustrative",
                "The bounds follow the rise of the Real Living Wage.",
                commissioner.id(),
                commissioner.name(),
                At.instant(at + 3600));
    }

    /** Once placements and their service orders are in the database. */
    static void lines(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(LINES);
        }
    }
}
