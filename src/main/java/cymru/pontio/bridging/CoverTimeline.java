package cymru.pontio.bridging;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looked after the person from when. What takes effect last counts, so nothing is put in before it. */
@Component
class CoverTimeline {
    private final JdbcClient jdbc;
    private final CarePackages packages;

    CoverTimeline(JdbcClient jdbc, CarePackages packages) {
        this.jdbc = jdbc;
        this.packages = packages;
    }

    /**
     * One change: from when, to what, by whom.
     *
     * @param providerCares the provider had begun already: whoever covered before is no longer needed
     */
    record Change(Cover cover, boolean providerCares, Instant effective, Instant recorded, String by) {}

    /** Whoever else changes the cover of this package, or asks for it, waits until this transaction has ended. */
    void lock(PackageId carePackage) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 50))")
                .param(carePackage.value().toString())
                .query((row, n) -> true)
                .single();
    }

    List<Change> of(PackageId carePackage) {
        return jdbc.sql("""
                select cover, provider_cares, effective_at, recorded_at, by_name from carepackages.report_cover
                where care_package_id = ? order by effective_at desc, id desc limit 100""")
                .param(carePackage.value())
                .query((row, n) -> new Change(
                        Cover.valueOf(row.getString(1)),
                        row.getBoolean(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5)))
                .list();
    }

    /** The change that takes effect last, be it in the future. */
    Optional<Change> last(PackageId carePackage) {
        return of(carePackage).stream().findFirst();
    }

    /** Who is there when bridging ends: a provider that has given notice cares until it is gone, another gives some calls. */
    Cover after(PackageId carePackage, EndReason why) {
        if (!packages.facts(carePackage).status().waiting()) return why.coverAfter();
        List<String> caring =
                jdbc.sql("""
                        select status from placements.report_placement
                        where care_package_id = ? and status in ('LIVE', 'NOTICE_GIVEN') and first_visit_at is not null""").param(carePackage.value()).query(String.class).list();
        if (caring.contains("NOTICE_GIVEN")) return Cover.LEAVING;
        return caring.isEmpty() ? why.coverAfter() : Cover.PART;
    }

    /** From the wanted moment on, or from the last change if that is later. */
    void change(Actor actor, PackageId carePackage, Cover cover, Instant wanted) {
        Instant last = last(carePackage).map(Change::effective).orElse(wanted);
        packages.coverChanged(actor, carePackage, cover, wanted.isAfter(last) ? wanted : last);
    }
}
