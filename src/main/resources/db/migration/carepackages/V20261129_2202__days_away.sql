-- The whole days, midnight to midnight, on which no care is due: what was agreed for them is suspended. Days on which
-- somebody leaves or returns are not among them, since calls before and after are owed.
create view carepackages.report_days_away as
    select d.care_package_id, range_agg(daterange(d.first, d.beyond)) as days
    from (
        select n.care_package_id,
            (n.from_at at time zone 'Europe/London')::date
                + case when (n.from_at at time zone 'Europe/London')::time > time '00:00' then 1 else 0 end as first,
            (n.until_at at time zone 'Europe/London')::date as beyond
        from carepackages.report_not_due n) d
    where d.beyond is null or d.first < d.beyond
    group by d.care_package_id;
