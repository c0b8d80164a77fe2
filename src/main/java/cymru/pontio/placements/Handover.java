package cymru.pontio.placements;

import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is there when a provider leaves. Visits and bridging are read through the views their rooms keep. */
@Component
class Handover {
    private final JdbcClient jdbc;

    Handover(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The agreed first day, or the day on which a provider that leaves no longer has these calls; nobody begins before it
     * says yes.
     *
     * @param accepted the day of the yes
     */
    LocalDate notBefore(Award award, LocalDate accepted) {
        LocalDate agreed = award.start().isBefore(accepted) ? accepted : award.start();
        return leftOn(award.lines().stream().map(AwardLine::callLine).toList())
                .filter(left -> left.isAfter(agreed))
                .orElse(agreed);
    }

    /** The day on which no provider that leaves has any of these calls any longer; none where none of them does. */
    Optional<LocalDate> leftOn(List<UUID> calls) {
        return jdbc.sql("""
                select max(n.ends_on) from placements.notice_in_force n
                join placements.placement p on p.id = n.placement_id and p.status = 'NOTICE_GIVEN'
                join placements.placement_line l on l.placement_id = p.id and l.call_line_id = any (cast(? as uuid[]))
                having max(n.ends_on) is not null""")
                .param(calls.stream().map(UUID::toString).toArray(String[]::new))
                .query(LocalDate.class)
                .optional();
    }

    /** Another provider or the council's own team is there on that day, for all calls of the package. */
    boolean covered(PackageFacts facts, LocalDate day, Instant moment) {
        return replaced(facts, day) || bridged(facts.id(), moment);
    }

    /** Some calls of the package are delivered by a provider that stays. */
    boolean partly(PackageFacts facts) {
        return !held(facts, null).isEmpty();
    }

    /** The council's own team looks after the person at that moment. */
    boolean bridged(PackageId carePackage, Instant moment) {
        return jdbc.sql("""
                select cover = 'BRIDGING' from carepackages.report_cover where care_package_id = ? and effective_at <= ?
                order by effective_at desc, id desc limit 1""")
                .params(carePackage.value(), Timestamp.from(moment))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The person is in hospital at that moment. */
    boolean inHospital(PackageId carePackage, Instant moment) {
        return jdbc.sql("""
                select exists (select from carepackages.report_absence where care_package_id = :package and kind = 'HOSPITAL'
                    and away_at <= :at and (back_at is null or back_at > :at))""")
                .param("package", carePackage.value())
                .param("at", Timestamp.from(moment))
                .query(Boolean.class)
                .single();
    }

    /** The wanted moment, or the one from which the provider was known to leave, if that is later. */
    Instant notBeforeNotice(PackageId carePackage, Instant wanted) {
        return jdbc.sql(
                        "select greatest(?, max(effective_at)) from carepackages.report_cover where care_package_id = ? and cover = 'LEAVING'")
                .params(Timestamp.from(wanted), carePackage.value())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** The day of the last visit delivered for the package by the provider, as far as visits are known. */
    Optional<LocalDate> lastVisit(PackageId carePackage, UUID provider) {
        return jdbc.sql("""
                select max(visit_date) from visits.report_visit
                where care_package_id = ? and provider_id = ? and status in ('DELIVERED', 'UNPLANNED')
                having max(visit_date) is not null""")
                .params(carePackage.value(), provider)
                .query(LocalDate.class)
                .optional();
    }

    private boolean replaced(PackageFacts facts, LocalDate day) {
        return held(facts, day)
                .containsAll(facts.lines().stream().map(CallLineView::id).toList());
    }

    /** @param by those that begin by then too, or only those that have begun */
    private Set<UUID> held(PackageFacts facts, @Nullable LocalDate by) {
        return new HashSet<>(jdbc.sql("""
                select l.call_line_id from placements.placement_line l join placements.placement p on p.id = l.placement_id
                where p.care_package_id = :package and l.standing and p.status in ('PENDING_START', 'LIVE')
                  and (p.first_visit_at is not null or p.agreed_start <= cast(:by as date))""")
                .param("package", facts.id().value())
                .param("by", by)
                .query(UUID.class)
                .list());
    }
}
