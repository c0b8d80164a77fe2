-- As before, but what was written is gone through once less: the days that are to be read again come out of the sums by day, which
-- every visit is in, counted or not. A number finds its place in the index faster beside the last one.
drop trigger mark_days_insert on visits.visit;
drop trigger mark_days_update on visits.visit;
drop trigger mark_days_delete on visits.visit;
drop function visits.mark_days();

create or replace function visits.follow() returns trigger language plpgsql as $$
declare
    changed text := case tg_op when 'INSERT' then 'select *, 1 as sign from fresh'
        when 'DELETE' then 'select *, -1 as sign from gone'
        else 'select *, -1 as sign from gone union all select *, 1 from fresh' end;
    touched visits.area_cell[];
begin
    execute format('select pg_advisory_xact_lock(hashtextextended(''visits '' || p.provider_id, 0))
        from (select distinct provider_id from (%s) c order by 1) p', changed);
    if tg_op <> 'INSERT' then
        delete from visits.standing s using gone g
            where s.provider_id = g.provider_id and s.provider_visit_id = g.provider_visit_id and s.visit_id = g.id
                and g.superseded_at is null;
    end if;
    if tg_op <> 'DELETE' then
        insert into visits.standing (provider_id, provider_visit_id, visit_date, visit_id, mark)
            select provider_id, provider_visit_id, visit_date, id, mark from fresh where superseded_at is null
            order by provider_id, provider_visit_id;
    end if;
    execute format($merge$
        with day as materialized (
            select visit_date, care_package_id, provider_id, kind, locality, person_id,
                count(*) filter (where counts) as told,
                coalesce(sum(sign * user_minutes) filter (where counts), 0)::int as user_minutes,
                coalesce(sum(sign * carer_minutes) filter (where counts), 0)::int as carer_minutes,
                coalesce(sum(sign) filter (where counts), 0)::int as visits,
                coalesce(sum(sign) filter (where counts and by_hand), 0)::int as by_hand
            from (select *, superseded_at is null and status in ('DELIVERED', 'UNPLANNED') as counts from (%s) c) c
            group by visit_date, care_package_id, provider_id, kind, locality, person_id
        ), marked as (
            insert into visits.day_to_read (care_package_id, provider_id, day)
            select distinct care_package_id, provider_id, visit_date from day where visit_date > current_date - 100
        ), cell as (
            select p.period, p.starts_on, care_package_id, provider_id, kind, locality, person_id,
                sum(user_minutes) as user_minutes, sum(carer_minutes) as carer_minutes, sum(visits) as visits,
                sum(by_hand) as by_hand
            from day cross join lateral (values ('MONTH', date_trunc('month', visit_date::timestamp)::date),
                ('WEEK', date_trunc('week', visit_date::timestamp)::date)) p (period, starts_on)
            where told > 0
            group by p.period, p.starts_on, care_package_id, provider_id, kind, locality, person_id
        ), put as (
            merge into visits.delivered d using cell c on d.period = c.period and d.starts_on = c.starts_on
                and d.locality = c.locality and d.provider_id = c.provider_id and d.kind = c.kind
                and d.care_package_id = c.care_package_id and d.person_key = c.person_id
            when matched and d.visits + c.visits = 0 then delete
            when matched then update set user_minutes = d.user_minutes + c.user_minutes,
                carer_minutes = d.carer_minutes + c.carer_minutes, visits = d.visits + c.visits, by_hand = d.by_hand + c.by_hand
            when not matched then insert (period, starts_on, care_package_id, provider_id, kind, locality, person_key,
                    user_minutes, carer_minutes, visits, by_hand)
                values (c.period, c.starts_on, c.care_package_id, c.provider_id, c.kind, c.locality, c.person_id,
                    c.user_minutes, c.carer_minutes, c.visits, c.by_hand)
            returning d.period, d.starts_on, d.locality, d.provider_id, d.kind)
        select array_agg(distinct (period, starts_on, locality, provider_id, kind)::visits.area_cell) from put
        $merge$, changed) into touched;
    merge into visits.delivered_area a using (
        select t.period, t.starts_on, t.locality, t.provider_id, t.kind, sum(d.user_minutes) as user_minutes,
            sum(d.carer_minutes) as carer_minutes, sum(d.visits) as visits, count(distinct d.person_key) as people
        from unnest(touched) t
        left join visits.delivered d using (period, starts_on, locality, provider_id, kind)
        group by t.period, t.starts_on, t.locality, t.provider_id, t.kind) c
    on a.period = c.period and a.starts_on = c.starts_on and a.locality = c.locality and a.provider_id = c.provider_id
        and a.kind = c.kind
    when matched and c.people = 0 then delete
    when matched then update set user_minutes = c.user_minutes, carer_minutes = c.carer_minutes, visits = c.visits, people = c.people
    when not matched and c.people > 0 then insert values (c.period, c.starts_on, c.locality, c.provider_id, c.kind,
        c.user_minutes, c.carer_minutes, c.visits, c.people);
    return null;
end $$;
