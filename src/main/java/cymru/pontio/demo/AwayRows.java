package cymru.pontio.demo;

import java.sql.SQLException;

/**
 * Times away from home. The visits know them: on the first day all calls were cancelled, and until the day of the return
 * none was made. Beside them a few that a provider has just reported, and stays that are planned.
 */
final class AwayRows {
    private static final String FROM_VISITS = """
            with gone as (
                select v.care_package_id, v.placement_id, v.visit_date as day, min(v.planned_start) as first_call
                from visits.visit v where v.status = 'CANCELLED_BY_COUNCIL' and v.superseded_at is null group by 1, 2, 3),
            stay as (
                select g.*, p.status, p.ended_on, a.proposed_by, a.proposed_by_name,
                    row_number() over (order by g.day, p.ref) as n,
                    (select min(v.visit_date) from visits.visit v where v.care_package_id = g.care_package_id
                        and v.visit_date > g.day and v.visit_date < g.day + 40) as back_on
                from gone g join placements.placement p on p.id = g.placement_id join placements.award a on a.id = p.award_id),
            told as (
                select s.*, s.first_call - interval '1 hour' as away_at, s.first_call - interval '40 minutes' as told_at,
                    coalesce(s.back_on, s.ended_on, case when s.n % 2 = 0 then :today + 2 + s.n::int % 4 end) as due_on
                from stay s)
            insert into carepackages.absence (id, care_package_id, kind, away_at, back_at, told_by, told_by_name, told_at,
                by_provider, confirmed_by, confirmed_at, settled_at)
            select md5('away ' || care_package_id || day)::uuid, care_package_id, 'HOSPITAL', away_at, back.at, proposed_by,
                proposed_by_name, told_at, false, proposed_by, told_at, case when back.at <= :now then back.at end
            from told cross join lateral (select (due_on + time '06:00') at time zone 'Europe/London' as at) back
            where (back.at is null and status = 'LIVE') or back.at > away_at""";

    /** The council's own team found them in hospital; home is where somebody looked after them next. */
    private static final String FROM_BRIDGING = """
            insert into carepackages.absence (id, care_package_id, kind, away_at, back_at, cover_before, told_by, told_by_name,
                told_at, by_provider, confirmed_by, confirmed_at, settled_at)
            select md5('bridged ' || e.id)::uuid, e.care_package_id, 'HOSPITAL', c.effective_at, back.at, 'BRIDGING', c.by_account,
                c.by_name, c.recorded_at, false, c.by_account, c.recorded_at, back.at
            from bridging.episode e
                join carepackages.cover_event c on c.care_package_id = e.care_package_id and c.cover = 'HOSPITAL'
                    and (c.effective_at at time zone 'Europe/London')::date = e.ended_on
                cross join lateral (select least(
                    (select min(n.effective_at) from carepackages.cover_event n
                        where n.care_package_id = e.care_package_id and n.effective_at > c.effective_at),
                    (select min(p.first_visit_at) from placements.placement p
                        where p.care_package_id = e.care_package_id and p.first_visit_at > c.effective_at)) as at) back
            where e.end_reason = 'HOSPITAL'""";

    /** In hospital when the package was approved, until somebody else looked after them; of those still there some are promised. */
    private static final String FROM_APPROVAL = """
            with first as (
                select distinct on (c.care_package_id) c.*, row_number() over (order by c.effective_at, c.id) as n
                from carepackages.cover_event c order by c.care_package_id, c.effective_at, c.id),
            stay as (
                select f.*, least(
                    (select min(n.effective_at) from carepackages.cover_event n
                        where n.care_package_id = f.care_package_id and n.effective_at > f.effective_at),
                    (select min(case when v.morning > f.effective_at then v.morning else p.first_visit_at end)
                        from placements.placement p cross join lateral (select
                            date_trunc('day', p.first_visit_at, 'Europe/London') as morning) v
                        where p.care_package_id = f.care_package_id and p.first_visit_at > f.effective_at)) as home_at
                from first f where f.cover = 'HOSPITAL')
            insert into carepackages.absence (id, care_package_id, kind, away_at, back_at, cover_before, told_by, told_by_name,
                told_at, by_provider, confirmed_by, confirmed_at, settled_at)
            select md5('approved ' || s.care_package_id)::uuid, s.care_package_id, 'HOSPITAL', s.effective_at,
                coalesce(s.home_at, case when s.n % 2 = 0 and k.status not in ('WITHDRAWN', 'ENDED')
                    then (:today + 2 + s.n::int % 4 + time '14:00') at time zone 'Europe/London' end),
                'NONE', s.by_account, s.by_name, s.recorded_at, false, s.by_account, s.recorded_at, s.home_at
            from stay s join carepackages.care_package k on k.id = s.care_package_id""";

    private static final String PROMISES = """
            insert into carepackages.absence_promise (absence_id, back_at, by_account, by_name, at)
            select a.id, a.back_at, a.told_by, a.told_by_name, least(:now, a.back_at - interval '20 hours')
            from carepackages.absence a where a.back_at is not null order by a.away_at, a.id""";

    private static final String HOME = """
            create temp table demo_home on commit drop as
            select p.id, p.ref, p.care_package_id, p.provider_id, a.proposed_by, a.proposed_by_name,
                row_number() over (order by md5(p.ref)) as n
            from placements.placement p join placements.award a on a.id = p.award_id
            where p.status = 'LIVE' and p.first_visit_at < :now - interval '60 days'
              and not exists (select from carepackages.absence w where w.care_package_id = p.care_package_id
                and coalesce(w.back_at, 'infinity') > :now - interval '1 day')""";

    private static final String REPORTED = """
            insert into carepackages.absence (id, care_package_id, kind, away_at, told_by, told_by_name, told_at, by_provider)
            select md5('reported ' || h.care_package_id)::uuid, h.care_package_id, 'HOSPITAL', :now - interval '150 minutes', m.id,
                m.name, :now - interval '2 hours', true
            from (select distinct on (provider_id) * from demo_home order by provider_id, n) h
            join identity.account m on m.organisation_id = h.provider_id
            where m.username in ('provider-a@pontio.example', 'provider-b@pontio.example', 'provider-c@pontio.example')""";

    private static final String PLANNED = """
            insert into carepackages.absence (id, care_package_id, kind, away_at, back_at, told_by, told_by_name, told_at,
                by_provider, confirmed_by, confirmed_at)
            select md5('planned ' || care_package_id)::uuid, care_package_id, case n % 2 when 0 then 'RESPITE' else 'AWAY' end,
                (:today + n::int - 36 + time '14:00') at time zone 'Europe/London',
                (:today + 2 * n::int - 66 + time '10:00') at time zone 'Europe/London', proposed_by, proposed_by_name,
                :now - interval '1 day', false, proposed_by, :now - interval '1 day'
            from demo_home h where n between 41 and 44
              and not exists (select from carepackages.absence w where w.care_package_id = h.care_package_id
                and coalesce(w.back_at, 'infinity') > :now)""";

    private AwayRows() {}

    static void write(Moments moments) throws SQLException {
        moments.run(FROM_VISITS);
        moments.run(FROM_BRIDGING);
        moments.run(FROM_APPROVAL);
        moments.run(HOME);
        moments.run(REPORTED);
        moments.run(PLANNED);
        moments.run(PROMISES);
    }
}
