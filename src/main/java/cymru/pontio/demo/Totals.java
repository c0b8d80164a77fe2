package cymru.pontio.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What is worked out from rows already in the database, by whole sets. */
final class Totals {
    private static final String SERVICE_ORDERS = """
            insert into placements.service_order (placement_id, issued_at, snapshot, seal)
            select made.id, made.accepted_at, made.snapshot, encode(sha256(convert_to(made.snapshot::text, 'UTF8')), 'hex')
            from (
                select p.id, p.accepted_at, jsonb_build_object(
                    'placement', p.ref, 'award', a.ref, 'carePackage', p.package_ref, 'bid', a.bid_ref,
                    'provider', p.provider_id, 'providerName', o.name, 'locality', p.locality, 'rate', p.rate,
                    'costAYear', a.cost_year, 'start', p.agreed_start,
                    'acceptedAt', to_char(p.accepted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                    'acceptedBy', a.changed_by_name, 'userMinutesWeek', p.user_minutes_week,
                    'carerMinutesWeek', p.carer_minutes_week, 'equipment', c.equipment, 'workerRisks', c.worker_risks, 'language', c.text_language,
                    'training', to_jsonb(c.training), 'directReason', a.direct_reason, 'calls', calls.list,
                    'scores', coalesce(scores.list, '[]')) as snapshot
                from placements.placement p
                join placements.award a on a.id = p.award_id
                join carepackages.care_package c on c.id = p.care_package_id
                join identity.organisation o on o.id = p.provider_id
                join (
                    select l.care_package_id, jsonb_agg(jsonb_build_object('days', l.days, 'band', l.band, 'from', l.window_from,
                        'until', l.window_to, 'minutes', l.minutes, 'workers', l.workers, 'timeCritical', l.time_critical,
                        'workerGender', l.worker_gender, 'tasks', l.tasks) order by l.position) as list
                    from carepackages.call_line l group by l.care_package_id) calls on calls.care_package_id = c.id
                left join (
                    select s.award_id, jsonb_agg(jsonb_build_object('criterion', s.criterion, 'weight', s.weight, 'raw', s.raw,
                        'points', s.points, 'neutral', s.neutral) order by s.criterion) as list
                    from placements.award_score s group by s.award_id) scores on scores.award_id = a.id) made""";

    /** In a table of its own, because several workers may fill one but not add to one. */
    private static final String SUMS = """
            create temp table demo_%s on commit drop as
            select date_trunc('%<s', visit_date::timestamp)::date as starts_on, care_package_id, provider_id,
                any_value(kind) as kind, any_value(locality) as locality, any_value(person_id) as person_id,
                sum(user_minutes) as user_minutes, sum(carer_minutes) as carer_minutes, count(*) as visits,
                count(*) filter (where by_hand) as by_hand
            from visits.visit
            where superseded_at is null and status in ('DELIVERED', 'UNPLANNED')
            group by 1, 2, 3""";

    private static final String DELIVERED = """
            insert into visits.delivered (period, starts_on, care_package_id, provider_id, kind, locality, person_key,
                user_minutes, carer_minutes, visits, by_hand)
            select upper('%s'), starts_on, care_package_id, provider_id, kind, locality, person_id, user_minutes,
                carer_minutes, visits, by_hand
            from demo_%<s""";

    private static final String AREAS = """
            insert into visits.delivered_area
            select period, starts_on, locality, provider_id, kind, sum(user_minutes), sum(carer_minutes), sum(visits),
                count(distinct person_key)
            from visits.delivered
            group by period, starts_on, locality, provider_id, kind""";

    private Totals() {}

    /** The snapshot of each service order, as the placements room writes it. */
    static void serviceOrders(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("analyze carepackages.call_line, placements.award_score");
            statement.execute(SERVICE_ORDERS);
        }
    }

    static void delivered(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            // Each month is sampled by itself; a tenth of the usual sample is enough for the plans of what follows.
            statement.execute("set local default_statistics_target = 10");
            statement.execute("analyze visits.visit");
            statement.execute("reset default_statistics_target");
            for (String period : List.of("month", "week")) {
                statement.execute(SUMS.formatted(period));
                statement.execute(DELIVERED.formatted(period));
            }
            statement.execute(AREAS);
            // What came of the calls of the last fortnight is read behind the pages once the county is there.
            statement.execute("""
                    insert into visits.day_to_read (care_package_id, provider_id, day)
                    select distinct care_package_id, provider_id, visit_date from visits.visit
                    where visit_date > (select max(visit_date) from visits.visit) - 14""");
        }
    }
}
