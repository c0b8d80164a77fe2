package cymru.pontio.demo;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small agency hands everything back. Two of its packages were advertised together and bids have closed, one is advertised
 * alone, for the others nobody is sought yet. It goes on caring, so no figure of the county is another.
 */
final class TransferRows {
    private static final int MOST = 8;

    /** Far from those that the story draws. */
    private static final int FREE = 900_000;

    private static final String LEAVING = """
            create temp table demo_leaving on commit drop as
            with may as (
                select p.id, p.ref, p.care_package_id, p.package_ref, p.provider_id, p.locality, v.name,
                    count(*) over (partition by p.provider_id, p.locality) as near
                from placements.placement p
                join providers.provider v on v.id = p.provider_id and v.kind = 'AGENCY' and v.embargo = 'NONE'
                where p.status = 'LIVE' and p.first_visit_at < :now - interval '60 days'
                  and exists (select from adverts.advert a where a.care_package_id = p.care_package_id and a.lot = 'SESSIONAL')
                  and not exists (select from carepackages.absence w where w.care_package_id = p.care_package_id
                    and coalesce(w.back_at, 'infinity') > :now - interval '1 day')
                  and not exists (select from placements.variation c where c.placement_id = p.id)
                  and not exists (select from identity.account i where i.organisation_id = p.provider_id and i.username in
                    ('provider-a@pontio.example', 'provider-b@pontio.example', 'provider-c@pontio.example'))),
            agency as (select provider_id from may group by provider_id, name having count(*) > 2 order by count(*), name limit 1)
            select m.*, row_number() over (order by m.near desc, m.locality, m.ref)::int as n,
                (:today - 4 + time '10:20') at time zone 'Europe/London' as told_at, :today - 4 + 29 as ends_on
            from may m join agency using (provider_id)""";

    private static final String WHO = """
            create temp table demo_who on commit drop as
            select c.id as commissioner, c.name as commissioner_name, b.id as broker, b.name as broker_name
            from identity.account c, identity.account b
            where c.username = 'commissioner@pontio.example' and b.username = 'broker@pontio.example'""";

    private static final String NOTICES = """
            insert into placements.notice (placement_id, reason, handback, note, days, given_on, ends_on, by_account, by_name, at)
            select l.id, 'HANDBACK', 'CLOSING', 'You have told us that you give up work in the county.', 28, :today - 4, l.ends_on,
                w.commissioner, w.commissioner_name, l.told_at
            from demo_leaving l, demo_who w where l.n <= %d""".formatted(MOST);

    private static final String LEFT = """
            update placements.placement p set status = 'NOTICE_GIVEN' from placements.notice n
            join demo_leaving l on l.id = n.placement_id where p.id = l.id""";

    private static final String FREED = """
            update placements.placement_line i set standing = false from placements.notice n
            join demo_leaving l on l.id = n.placement_id where i.placement_id = l.id""";

    private static final String TRANSFER = """
            insert into placements.transfer (id, ref, provider_id, reason, last_day, opened_by, opened_by_name, opened_at)
            select md5('transfer')::uuid, '%s', l.provider_id, 'HANDBACK', l.ends_on - 1, w.commissioner, w.commissioner_name, l.told_at
            from demo_leaving l, demo_who w where l.n = 1""".formatted(Refs.of("TRF", 0));

    private static final String MOVED = """
            insert into placements.transfer_placement (placement_id, transfer_id)
            select l.id, md5('transfer')::uuid from demo_leaving l where l.n <= %d""".formatted(MOST);

    private static final String STATUSES = """
            insert into carepackages.status_event (care_package_id, status, effective_at, recorded_at, by_account, by_name, reason,
                locality, user_minutes_week, carer_minutes_week)
            select k.id, s.status, s.at, s.at, s.by, s.by_name, s.reason, k.locality, k.user_minutes_week, k.carer_minutes_week
            from demo_leaving l join carepackages.care_package k on k.id = l.care_package_id
            join placements.notice n on n.placement_id = l.id
            left join demo_round r on r.care_package_id = k.id
            cross join demo_who w
            cross join lateral (values
                ('RESOURCING', l.told_at, w.commissioner, w.commissioner_name, 'HANDBACK'),
                ('SOURCING', r.published_at, w.broker, w.broker_name, null)) s (status, at, by, by_name, reason)
            where s.at is not null order by l.n, s.at""";

    private static final String PACKAGES = """
            update carepackages.care_package k set status = e.status
            from (select distinct on (care_package_id) care_package_id, status from carepackages.status_event
                order by care_package_id, id desc) e
            join demo_leaving l on l.care_package_id = e.care_package_id join placements.notice n on n.placement_id = l.id
            where k.id = e.care_package_id""";

    private static final String COVER = """
            insert into carepackages.cover_event (care_package_id, cover, effective_at, recorded_at, by_account, by_name)
            select l.care_package_id, 'LEAVING', l.told_at, l.told_at, w.commissioner, w.commissioner_name
            from demo_leaving l join placements.notice n on n.placement_id = l.id cross join demo_who w order by l.n""";

    /** The bounds and weights are those of the county's latest advert, the words those of the package's own. */
    private static final String ROUNDS = """
            create temp table demo_round on commit drop as
            select l.n, l.care_package_id, md5('transfer ' || l.package_ref)::uuid as id, (%s)[l.n] as ref, own.round + 1 as round,
                own.age_band, own.need, own.equipment, own.worker_risks, own.training, own.welsh, own.text_language, own.locality,
                l.id as placement_id, l.ends_on, t.published_at, t.questions_until, t.deadline, now.rate_floor, now.rate_ceiling,
                now.weight_quality, now.weight_price, now.weight_start, now.weight_windows, now.weight_continuity,
                now.weight_welsh, now.weight_capacity, now.weight_run, now.weight_set
            from demo_leaving l
            cross join lateral (select * from adverts.advert a where a.care_package_id = l.care_package_id
                order by a.round desc limit 1) own
            cross join lateral (select * from adverts.advert a where a.lot = 'SESSIONAL' and a.weight_set is not null
                order by a.published_at desc, a.ref limit 1) now
            cross join lateral (select
                (case when l.n < 3 then :today - 3 + time '09:40' else :today - 1 + time '14:10' end) at time zone 'Europe/London' as published_at,
                (case when l.n < 3 then :today - 2 + time '09:40' else :today + 1 + time '12:00' end) at time zone 'Europe/London' as questions_until,
                case when l.n < 3 then date_trunc('hour', :now) - interval '1 hour'
                    else (:today + 2 + time '12:00') at time zone 'Europe/London' end as deadline) t
            where l.n <= 3""".formatted(refs("ADV", 3));

    private static final String ADVERTS = """
            insert into adverts.advert (id, ref, care_package_id, round, status, locality, age_band, need, equipment, worker_risks,
                training, welsh, text_language, cover_now, start_earliest, start_latest, rate_floor, rate_ceiling,
                user_minutes_week, carer_minutes_week, weight_quality, weight_price, weight_start, weight_windows,
                weight_continuity, weight_welsh, urgent, urgent_reason, published_at, published_by, questions_until, deadline, lot,
                weight_capacity, weight_run, weight_set, weights_reason)
            select r.id, r.ref, r.care_package_id, r.round, 'OPEN', r.locality, r.age_band, r.need, r.equipment, r.worker_risks,
                r.training, r.welsh, r.text_language, 'LEAVING', r.ends_on, r.ends_on, r.rate_floor, r.rate_ceiling,
                p.user_minutes_week, p.carer_minutes_week, r.weight_quality, r.weight_price, r.weight_start, r.weight_windows,
                r.weight_continuity, r.weight_welsh, false, '', r.published_at, w.broker, r.questions_until, r.deadline, 'SESSIONAL',
                r.weight_capacity, r.weight_run, r.weight_set, ''
            from demo_round r join placements.placement p on p.id = r.placement_id cross join demo_who w order by r.n""";

    private static final String LINES = """
            insert into adverts.advert_line (id, advert_id, call_line_id, position, days, band, window_from, window_to, minutes, workers,
                time_critical, tier, short_reason, worker_gender)
            select md5('transfer ' || c.id)::uuid, r.id, c.id, c.position, c.days, c.band, c.window_from, c.window_to, c.minutes,
                c.workers, c.time_critical, c.tier, c.short_reason, c.worker_gender
            from demo_round r join placements.placement_line l on l.placement_id = r.placement_id
            join carepackages.call_line c on c.id = l.call_line_id order by r.n, c.position""";

    private static final String BUNDLE = """
            insert into adverts.bundle (id, ref, published_by, published_by_name, published_at)
            select md5('transfer bundle')::uuid, '%s', w.broker, w.broker_name, r.published_at
            from demo_round r, demo_who w where r.n = 1""".formatted(Refs.of("BND", 0));

    private static final String BUNDLED = """
            insert into adverts.bundle_advert (bundle_id, advert_id, position)
            select md5('transfer bundle')::uuid, r.id, r.n from demo_round r where r.n < 3""";

    /** Two that may bid for both; the first wants them only together. */
    private static final String BIDDERS = """
            create temp table demo_bidder on commit drop as
            select v.id as provider_id, m.id as account_id, row_number() over (order by v.name)::int as n
            from providers.provider v
            cross join lateral (select i.id from identity.account i where i.organisation_id = v.id order by i.username limit 1) m
            where v.kind = 'AGENCY' and v.embargo = 'NONE' and v.accredited_until > :today + 60
              and v.id <> (select provider_id from demo_leaving limit 1)
              and not exists (select from demo_round r where r.n < 3 and (
                not exists (select from providers.patch t where t.provider_id = v.id and t.locality = r.locality)
                or not r.training <@ v.training or r.welsh = 'NEED' and not v.welsh
                or not v.double_handed and exists (select from adverts.advert_line c where c.advert_id = r.id and c.workers > 1)
                or exists (select from carepackages.report_refusal f where f.care_package_id = r.care_package_id
                    and f.provider_id = v.id)))
            order by v.name limit 2""";

    private static final String TOGETHER = """
            insert into bidding.bundle_bid (id, bundle_id, provider_id, only_together, bids, submitted_by, submitted_at)
            select md5('transfer bids ' || b.n)::uuid, md5('transfer bundle')::uuid, b.provider_id, b.n = 1, 2, b.account_id, t.at
            from demo_bidder b cross join lateral (select (:today - 1 + time '15:00') at time zone 'Europe/London'
                - b.n * interval '40 minutes' as at) t""";

    private static final String BIDS = """
            insert into bidding.bid (id, ref, advert_id, provider_id, status, rate, start_on, coverage, welsh_offered, note, language,
                submitted_by, submitted_at, bundle_bid_id)
            select md5('transfer bid ' || b.n || r.n)::uuid, (%s)[2 * b.n + r.n - 2], r.id, b.provider_id, 'SUBMITTED',
                round(r.rate_floor + (0.3 + 0.1 * b.n) * (r.rate_ceiling - r.rate_floor), 1), r.ends_on, 'ALL', r.welsh <> 'NO', '',
                'en', b.account_id, t.submitted_at, t.id
            from demo_bidder b join bidding.bundle_bid t on t.id = md5('transfer bids ' || b.n)::uuid
            cross join demo_round r where r.n < 3 order by b.n, r.n""".formatted(refs("BID", 4));

    private static final String OFFERED = """
            insert into bidding.bid_line (bid_id, advert_line_id)
            select b.id, l.id from demo_round r join adverts.advert_line l on l.advert_id = r.id join bidding.bid b on b.advert_id = r.id""";

    private TransferRows() {}

    static void write(Moments moments) throws SQLException {
        moments.run(LEAVING);
        moments.run(WHO);
        moments.run(NOTICES);
        moments.run(LEFT);
        moments.run(FREED);
        moments.run(TRANSFER);
        moments.run(MOVED);
        moments.run(ROUNDS);
        moments.run(STATUSES);
        moments.run(PACKAGES);
        moments.run(COVER);
        moments.run(ADVERTS);
        moments.run(LINES);
        moments.run(BUNDLE);
        moments.run(BUNDLED);
        moments.run(BIDDERS);
        moments.run(TOGETHER);
        moments.run(BIDS);
        moments.run(OFFERED);
    }

    private static String refs(String prefix, int number) {
        return IntStream.range(FREE, FREE + number)
                .mapToObj(n -> "'" + Refs.of(prefix, n) + "'")
                .collect(Collectors.joining(", ", "array[", "]"));
    }
}
