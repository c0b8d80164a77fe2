package cymru.pontio.demo;

import java.sql.SQLException;

/**
 * Changes of care: a year of agreed ones, by which the weeks of their packages really went on, some that were refused, and
 * those that wait for an answer today. Nobody answers what they asked for.
 */
final class VariationRows {
    private static final int MOST = 70;

    /** One call of each package; some of the agencies that people sign in as come last, so that they have something to answer. */
    private static final String CHOSEN = """
            create temp table demo_change on commit drop as
            select p.id as placement_id, p.ref as placement_ref, p.care_package_id, p.package_ref, p.provider_id, p.rate, a.team_id,
                l.id as line, l.position, l.days, l.band, l.window_from, l.window_to, l.minutes, l.workers, l.time_critical,
                l.time_critical_reason, l.tier, l.short_reason, l.worker_gender, l.tasks, k.text_language, r.ref, m.user_minutes, m.carer_minutes,
                s.id as asks, s.name as asks_name, t.id as manages, t.name as manages_name, b.id as brokers, b.name as brokers_name,
                g.id as gives, g.name as gives_name, p.n, p.agreed, p.closed, p.most
            from (
                select live.*, most + 1 - place as n, most * 7 / 10 as agreed, most * 8 / 10 as closed from (
                    select one.*, row_number() over (order by by = 4 or turn > 6, md5(ref)) as place, least(%1$d, count(*) over ())::int as most
                    from (
                        select o.*, known.by, row_number() over (partition by known.by order by md5(o.ref)) as turn
                        from placements.placement o
                        join lateral (select min(case username when 'provider-a@pontio.example' then 1 when 'provider-b@pontio.example' then 2
                            when 'provider-c@pontio.example' then 3 else 4 end) as by from identity.account
                            where organisation_id = o.provider_id) known on true
                        where o.status = 'LIVE' and o.first_visit_at < :now - interval '400 days' and known.by is not null
                          and not exists (select from carepackages.absence w where w.care_package_id = o.care_package_id and w.settled_at is null)
                          and exists (select from placements.placement_line pl join carepackages.call_line c on c.id = pl.call_line_id
                            where pl.placement_id = o.id and c.superseded_at is null and c.minutes >= 45 and c.workers = 1
                              and not c.time_critical)) one) live) p
            join placements.award a on a.id = p.award_id
            join carepackages.care_package k on k.id = p.care_package_id
            join lateral (select c.* from carepackages.call_line c join placements.placement_line pl on pl.call_line_id = c.id
                where pl.placement_id = p.id and c.superseded_at is null and c.minutes >= 45 and c.workers = 1
                  and not c.time_critical order by c.minutes desc, c.position limit 1) l on true
            cross join lateral placements.minutes_on(p.id, :today) m
            join demo_ref r on r.prefix = 'VAR' and r.n = p.n
            join identity.account s on s.team_id = a.team_id and s.username like 'socialworker%%'
            join identity.account t on t.team_id = a.team_id and t.username like 'manager%%'
            join identity.account b on b.username = 'broker@pontio.example'
            join lateral (select id, name from identity.account where organisation_id = p.provider_id order by username limit 1) g on true
            where p.n > 0""".formatted(MOST);

    /**
     * What is asked for: a little longer, shorter, at another time, or longer for ten days; and from when. A change agreed
     * long ago has lasted since; some took longer than three working days.
     */
    private static final String ASKED = """
            create temp table demo_asked on commit drop as
            select c.*, k.kind, k.kind = 'SHORTER' as less, w.after, w.later,
                case when n <= agreed then :today - 5 - 7 * (agreed - n)::int else :today + 3 + n::int % 5 - case when n = most then 9 else 0 end end as from_on,
                case when n <= agreed then n::int % 4 * 2 else 1 + n::int % 4 end as lag,
                y.by_provider,
                case when n <= agreed then 'AGREED'
                    when n <= closed then case when n % 3 = 0 then 'REJECTED' when n % 3 = 1 and not y.by_provider and k.kind <> 'SHORTER'
                        then 'DECLINED' else 'CANCELLED' end
                    when n = most then 'WITH_FINANCE'
                    when n % 2 = 0 and not y.by_provider and k.kind <> 'SHORTER' then 'WITH_PROVIDER' else 'REQUESTED' end as status
            from demo_change c
            cross join lateral (select (array['LONGER', 'SHORTER', 'MOVED', 'LONGER', 'BRIEFLY'])[1 + n % 5] as kind) k
            cross join lateral (select n % 3 = 2 and k.kind <> 'SHORTER' as by_provider) y
            cross join lateral (select case k.kind when 'SHORTER' then minutes - 15 when 'MOVED' then minutes else minutes + 10 end as after,
                case when k.kind = 'MOVED' and window_from is not null then interval '30 minutes' else interval '0' end as later) w""";

    private static final String VARIATIONS = """
            insert into placements.variation (id, ref, placement_id, care_package_id, package_ref, team_id, provider_id, kinds,
                status, from_on, until_on, reason, user_minutes_before, carer_minutes_before, user_minutes_after,
                carer_minutes_after, by_provider, needs_manager, asks_provider, requested_by, requested_by_name, requested_at,
                approved_by, finance_by, accepted_by, agreed_at)
            select md5(ref)::uuid, ref, placement_id, care_package_id, package_ref, team_id, provider_id,
                case kind when 'SHORTER' then array['DECREASE'] when 'MOVED' then array['RETIME']
                    when 'BRIEFLY' then array['INCREASE', 'TEMPORARY'] else array['INCREASE'] end,
                status, from_on, case when kind = 'BRIEFLY' then from_on + 10 end,
                case when text_language = 'cy' then case kind when 'SHORTER' then 'Gall wneud brecwast heb gymorth eto'
                        when 'MOVED' then 'Eisiau codi cyn y teulu'
                        when 'BRIEFLY' then 'Haint ar y frest: angen mwy o amser am ddeng niwrnod' else 'Yn bwyta’n arafach ers y cwymp' end
                    else case kind when 'SHORTER' then 'Manages breakfast alone again' when 'MOVED' then 'Wants to be up before the family'
                        when 'BRIEFLY' then 'A chest infection: needs longer for ten days' else 'Eats more slowly since the fall' end end,
                user_minutes, carer_minutes, user_minutes + (after - minutes) * length(days),
                carer_minutes + (after - minutes) * length(days), by_provider, manager, not by_provider and not less,
                case when by_provider then gives else asks end, case when by_provider then gives_name else asks_name end, at,
                case when status in ('AGREED', 'WITH_PROVIDER', 'WITH_FINANCE', 'DECLINED') then case when manager then manages else brokers end end,
                null, case when status = 'AGREED' and not by_provider and not less then gives end,
                case when status = 'AGREED' then at + interval '90 minutes' end
            from (select *, not less and kind <> 'BRIEFLY' and (after - minutes) * length(days) > 60 as manager,
                    case when n <= agreed then (from_on - lag + time '10:00') at time zone 'Europe/London'
                        else :now - lag * interval '1 day' - interval '3 hours' end as at
                from demo_asked) a""";

    private static final String LINES = """
            insert into placements.variation_line (variation_id, number, call_line_id, stops, days, band, window_from, window_to,
                minutes, workers, time_critical_reason, tier, short_reason, worker_gender, tasks)
            select md5(ref)::uuid, 1, line, false, days, band, window_from + later, window_to + later, after, workers,
                time_critical_reason, tier, short_reason, worker_gender, tasks
            from demo_asked""";

    private static final String EVENTS = """
            insert into placements.variation_event (variation_id, event, at, by_account, by_name, reason)
            select v.id, e.event, v.requested_at + e.after,
                case e.who when 'asks' then v.requested_by when 'gives' then a.gives when 'decides' then coalesce(v.approved_by, a.brokers) end,
                case when e.who = 'asks' then v.requested_by_name when e.who = 'gives' then a.gives_name
                    when v.approved_by = a.manages then a.manages_name else a.brokers_name end, case when a.text_language = 'cy' then e.why_cy else e.why end
            from placements.variation v join demo_asked a on a.ref = v.ref
            join lateral (values
                (1, true, 'REQUESTED', interval '0', 'asks', null, null),
                (2, v.approved_by is not null, 'APPROVED', interval '30 minutes', 'decides', null, null),
                (3, v.accepted_by is not null, 'ACCEPTED', interval '90 minutes', 'gives', null, null),
                (4, v.status = 'AGREED', 'AGREED', interval '90 minutes', case when v.accepted_by is null then 'decides' else 'gives' end, null, null),
                (5, v.status = 'REJECTED', 'REJECTED', interval '2 hours', 'decides', 'The review next week decides about this',
                    'Bydd yr adolygiad yr wythnos nesaf yn penderfynu ar hyn'),
                (6, v.status = 'DECLINED', 'DECLINED', interval '2 hours', 'gives', 'No worker is free at that time',
                    'Nid oes gweithiwr ar gael yr adeg honno'),
                (7, v.status = 'CANCELLED', 'CANCELLED', interval '2 hours', 'asks', 'Asked for again with other days',
                    'Gofynnwyd eto gyda diwrnodau eraill'))
                e (number, there, event, after, who, why, why_cy) on e.there
            order by v.requested_at, v.ref, e.number""";

    private static final String REPLANS = """
            insert into carepackages.replan (id, care_package_id, cause, from_on, until_on, by_account, by_name, recorded_at)
            select md5('replan ' || v.ref)::uuid, v.care_package_id, v.ref, v.from_on, v.until_on, e.by_account, e.by_name, v.agreed_at
            from placements.variation v join placements.variation_event e on e.variation_id = v.id and e.event = 'AGREED'""";

    private static final String ENDS = """
            insert into carepackages.call_line_end (call_line_id, replan_id, until_on, recorded_at)
            select l.call_line_id, r.id, r.from_on, r.recorded_at
            from carepackages.replan r join placements.variation v on v.ref = r.cause
            join placements.variation_line l on l.variation_id = v.id""";

    /** The new call, and where it is for a time the old one again. */
    private static final String CALLS = """
            insert into carepackages.call_line (id, care_package_id, position, days, band, window_from, window_to, minutes, workers,
                time_critical, time_critical_reason, tier, short_reason, worker_gender, tasks, from_on, replan_id)
            select md5('call ' || a.ref || b.again)::uuid, a.care_package_id, a.position, a.days, a.band,
                a.window_from + case when b.again then interval '0' else a.later end,
                a.window_to + case when b.again then interval '0' else a.later end,
                case when b.again then a.minutes else a.after end, a.workers, a.time_critical, a.time_critical_reason, a.tier,
                a.short_reason, a.worker_gender, a.tasks, case when b.again then r.until_on else r.from_on end, r.id
            from demo_asked a join carepackages.replan r on r.cause = a.ref
            cross join (values (false), (true)) b (again) where not b.again or r.until_on is not null""";

    private static final String BRIEF_ENDS = """
            insert into carepackages.call_line_end (call_line_id, replan_id, until_on, recorded_at)
            select md5('call ' || r.cause || false)::uuid, r.id, r.until_on, r.recorded_at
            from carepackages.replan r where r.until_on is not null""";

    private static final String OWED = """
            insert into placements.placement_line (placement_id, call_line_id)
            select a.placement_id, l.id from demo_asked a join carepackages.replan r on r.cause = a.ref
            join carepackages.call_line l on l.replan_id = r.id""";

    private static final String ORDERS = """
            insert into placements.order_version (placement_id, cause, from_on, issued_at, snapshot, seal)
            select placement_id, cause, day, recorded_at, snapshot, encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex')
            from (
                select a.placement_id, r.cause, d.day, r.recorded_at, o.snapshot || jsonb_build_object('calls', w.calls,
                    'userMinutesWeek', w.user_minutes, 'carerMinutesWeek', w.carer_minutes,
                    'costAYear', round(a.rate * w.carer_minutes / 60, 2) * 52) as snapshot
                from demo_asked a join carepackages.replan r on r.cause = a.ref
                join placements.service_order o on o.placement_id = a.placement_id
                cross join lateral (select day from unnest(array[r.from_on, r.until_on]) d (day) where day is not null) d
                cross join lateral (
                    select jsonb_agg(jsonb_build_object('days', l.days, 'band', l.band, 'from', l.window_from, 'until', l.window_to,
                            'minutes', l.minutes, 'workers', l.workers, 'timeCritical', l.time_critical,
                            'workerGender', l.worker_gender, 'tasks', l.tasks) order by l.position) as calls,
                        sum(l.minutes * length(l.days)) as user_minutes, sum(l.minutes * length(l.days) * l.workers) as carer_minutes
                    from placements.placement_line p join carepackages.call_line l on l.id = p.call_line_id
                    where p.placement_id = a.placement_id and l.superseded_at is null and coalesce(l.from_on, '-infinity') <= d.day
                      and coalesce(l.until_on, 'infinity') > d.day) w) made
            order by day, cause""";

    private VariationRows() {}

    static void write(Moments moments) throws SQLException {
        moments.run(CHOSEN);
        moments.run(ASKED);
        moments.run(VARIATIONS);
        moments.run(LINES);
        moments.run(EVENTS);
        moments.run(REPLANS);
        moments.run(ENDS);
        moments.run(CALLS);
        moments.run(BRIEF_ENDS);
        moments.run(OWED);
        moments.run(ORDERS);
    }
}
