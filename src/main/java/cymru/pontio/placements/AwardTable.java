package cymru.pontio.placements;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads awards for the council's pages. */
@Component
class AwardTable {
    static final int PAGE = 50;
    static final int FILE = 100_000;

    private static final String SELECT = """
            select a.id, a.ref, a.package_ref, a.team_id, a.locality, a.bid_ref, a.place, a.top, a.follows_id, a.together, a.rate, a.exceptional_reason,
                a.start_on, a.cost_year, a.plan_year, a.user_minutes_week, a.carer_minutes_week, a.reason, a.direct_reason,
                a.proposed_by, a.proposed_by_name, a.proposed_at, a.respond_by, a.answer_reason, a.revocation_asked_by,
                a.revocation_reason, a.changed_at, v.name as provider_name, p.ref as placement_ref, p.first_visit_at,
                a.status in ('PROPOSED', 'OFFERED') and exists (select from carepackages.report_refusal x
                    where x.care_package_id = a.care_package_id and x.provider_id = a.provider_id) as unwanted,
                case when a.status = 'OFFERED' and a.respond_by <= clock_timestamp() then 'EXPIRED' else a.status end as now_status
            from placements.award a
            join providers.report_provider v on v.id = a.provider_id
            left join placements.placement p on p.award_id = a.id
            """;

    /** Brokers and commissioners see all; a manager sees where the own team's money is asked for. */
    private static final String VISIBLE = """
            where (cast(:team as uuid) is null
                or a.team_id = :team and a.top and a.direct_reason is null and a.exceptional_reason is null and a.cost_year > a.plan_year)
            """;

    private final JdbcClient jdbc;

    AwardTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AwardView> ofPackage(PackageId carePackage) {
        return jdbc.sql(SELECT + "where a.care_package_id = ? order by a.proposed_at desc, a.id desc")
                .param(carePackage.value())
                .query(AwardView::of)
                .list();
    }

    Optional<AwardView> view(Actor actor, AwardRef ref) {
        return jdbc.sql(SELECT + VISIBLE + "and a.ref = :ref")
                .param("team", onlyTeam(actor))
                .param("ref", ref.value())
                .query(AwardView::of)
                .optional();
    }

    /**
     * @param after the last award of the page before
     * @param limit how many at most; one more than a page tells whether there is another
     */
    List<AwardView> list(Actor actor, @Nullable AwardStatus status, @Nullable AwardRef after, int limit) {
        return jdbc.sql(SELECT + VISIBLE + """
                and (cast(:status as text) is null or a.status = :status)
                and (cast(:after as text) is null
                    or (a.changed_at, a.id) < (select c.changed_at, c.id from placements.award c where c.ref = :after))
                order by a.changed_at desc, a.id desc limit :limit""")
                .param("team", onlyTeam(actor))
                .param("status", status == null ? null : status.name())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(AwardView::of)
                .list();
    }

    List<AwardRef> beside(AwardRef ref) {
        return jdbc.sql("""
                select o.ref from placements.award a join placements.award o on o.together = a.together and o.id <> a.id
                where a.ref = ? order by o.ref""")
                .param(ref.value())
                .query((row, n) -> new AwardRef(row.getString(1)))
                .list();
    }

    /** Of the other adverts of its bundle, what is proposed, offered or accepted by itself. */
    List<AwardView> ofBundle(Actor actor, AwardRef ref) {
        return jdbc.sql(SELECT + VISIBLE + """
                and a.status in ('PROPOSED', 'OFFERED', 'ACCEPTED') and exists (
                    select from placements.award x
                    join adverts.bundle_advert m on m.advert_id = x.advert_id
                    join adverts.bundle_advert o on o.bundle_id = m.bundle_id and o.advert_id <> m.advert_id
                    where x.ref = :ref and o.advert_id = a.advert_id and (x.together is null or a.together is distinct from x.together))
                order by a.ref""")
                .param("team", onlyTeam(actor))
                .param("ref", ref.value())
                .query(AwardView::of)
                .list();
    }

    List<AwardView.Step> steps(UUID award) {
        return jdbc.sql(
                        "select event, at, by_name as by, reason from placements.award_event where award_id = ? order by id")
                .param(award)
                .query((row, n) -> new AwardView.Step(
                        row.getString("event"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by"),
                        row.getString("reason")))
                .list();
    }

    long count(Actor actor, AwardStatus status) {
        return jdbc.sql("select count(*) from placements.award a " + VISIBLE + "and a.status = :status")
                .param("team", onlyTeam(actor))
                .param("status", status.name())
                .query(Long.class)
                .single();
    }

    private static @Nullable UUID onlyTeam(Actor actor) {
        if (actor.isAny(Role.BROKER, Role.COMMISSIONER)) return null;
        return actor.team() == null ? new UUID(0, 0) : actor.team();
    }
}
