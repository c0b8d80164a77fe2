-- How many visits of a sum were typed: how visits were recorded is asked of every month, and nobody reads them all for that.
alter table visits.delivered add column by_hand int not null default 0;
comment on column visits.delivered.by_hand is 'plain: number of visits that were typed in';
update visits.delivered d set by_hand = t.visits
from (
    select c.period, c.starts_on, v.locality, v.provider_id, v.kind, v.care_package_id, v.person_id, count(*)::int as visits
    from visits.visit v
    cross join lateral (values ('MONTH', date_trunc('month', v.visit_date::timestamp)::date),
        ('WEEK', date_trunc('week', v.visit_date::timestamp)::date)) c (period, starts_on)
    where v.superseded_at is null and v.status in ('DELIVERED', 'UNPLANNED') and v.by_hand
    group by 1, 2, 3, 4, 5, 6, 7) t
where d.period = t.period and d.starts_on = t.starts_on and d.locality = t.locality and d.provider_id = t.provider_id
    and d.kind = t.kind and d.care_package_id = t.care_package_id and d.person_key = t.person_id;
alter table visits.delivered add check (by_hand between 0 and visits);
create or replace view visits.report_delivered as select * from visits.delivered;

-- As before, with visits that were typed.
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
            select provider_id, provider_visit_id, visit_date, id, mark from fresh where superseded_at is null;
    end if;
    execute format($merge$
        with day as (
            select visit_date, care_package_id, provider_id, kind, locality, person_id, sum(sign * user_minutes)::int as user_minutes,
                sum(sign * carer_minutes)::int as carer_minutes, sum(sign)::int as visits,
                sum(sign) filter (where by_hand)::int as by_hand
            from (%s) c where superseded_at is null and status in ('DELIVERED', 'UNPLANNED')
            group by visit_date, care_package_id, provider_id, kind, locality, person_id
        ), cell as (
            select p.period, p.starts_on, care_package_id, provider_id, kind, locality, person_id,
                sum(user_minutes) as user_minutes, sum(carer_minutes) as carer_minutes, sum(visits) as visits,
                coalesce(sum(by_hand), 0) as by_hand
            from day cross join lateral (values ('MONTH', date_trunc('month', visit_date::timestamp)::date),
                ('WEEK', date_trunc('week', visit_date::timestamp)::date)) p (period, starts_on)
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

-- How often which worker came to whom on the days from one up to another. A worker is told apart by the number the provider
-- gives; the number itself stays here.
create function visits.report_workers(first date, beyond date)
returns table (placement_id uuid, provider_id uuid, locality text, person_key uuid, worker_key uuid, visits bigint)
language sql stable as $$
    select v.placement_id, v.provider_id, v.locality, v.person_id, md5(v.provider_id || v.worker_id)::uuid, count(*)
    from visits.visit v
    where v.visit_date >= first and v.visit_date < beyond and v.superseded_at is null
        and v.status in ('DELIVERED', 'UNPLANNED') and v.worker_id <> ''
    group by v.placement_id, v.provider_id, v.locality, v.person_id, v.worker_id
$$;
drop view visits.report_visit_worker;

-- As before, with how each became known.
drop function visits.report_visit_known(timestamptz, date, date);
create function visits.report_visit_known(known timestamptz, first date, beyond date)
returns table (placement_id uuid, care_package_id uuid, provider_id uuid, kind text, locality text, person_key uuid, visit_date date,
    by_hand boolean, user_minutes int, carer_minutes int)
language sql stable as $$
    select v.placement_id, v.care_package_id, v.provider_id, v.kind, v.locality, v.person_id, v.visit_date, v.by_hand, v.user_minutes,
        v.carer_minutes
    from visits.visit v
    where v.visit_date >= first and v.visit_date < beyond and v.status in ('DELIVERED', 'UNPLANNED')
      and v.recorded_at <= known and (v.superseded_at is null or v.superseded_at > known)
$$;
