package cymru.pontio.adverts;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is left of an opportunity that is over: that there was one. It is there for whoever bid for it, was asked first, or is
 * of its patch and lot, unless another had it alone until the end or the person will not have it; for anybody else it never was.
 */
@Service
class PastOpportunity {
    private final JdbcClient jdbc;

    PastOpportunity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param deadline until when bids would have been taken; it may have been taken back before
     * @param bid the reader made one
     */
    record View(String ref, String areaEn, String areaCy, Instant deadline, boolean bid) {}

    @Transactional(readOnly = true)
    public View view(Actor actor, AdvertRef ref) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        return jdbc.sql("""
                select a.ref, l.name_en, l.name_cy, coalesce(t.closed_at, a.deadline) as closes, o.bid
                from adverts.advert a
                join areas.report_locality l on l.code = a.locality
                left join adverts.taken_up t on t.advert_id = a.id
                cross join lateral (select exists (
                    select from bidding.report_bid b where b.advert_id = a.id and b.provider_id = :provider) as bid) o
                where a.ref = :ref and (a.status <> 'OPEN' or coalesce(t.closed_at, a.deadline) <= clock_timestamp())
                  and (o.bid
                    or not exists (select from placements.report_not_shown x
                        where x.care_package_id = a.care_package_id and x.provider_id = :provider)
                      and (exists (select from adverts.route r where r.advert_id = a.id and r.holder = :provider)
                        or t.closed_at is null
                          and not exists (select from adverts.route r
                            where r.advert_id = a.id and r.holds_until > least(a.ended_at, a.deadline))
                          and exists (select from providers.provider p where p.id = :provider and p.kind <> 'INHOUSE')
                          and exists (select from providers.patch w where w.provider_id = :provider and w.locality = a.locality)
                          and exists (select from providers.accreditation c
                            where c.provider_id = :provider and a.lot = any (c.lots))))""")
                .param("ref", ref.value())
                .param("provider", actor.organisation())
                .query((row, n) -> new View(
                        row.getString("ref"),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        AdvertRows.instant(row, "closes"),
                        row.getBoolean("bid")))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
