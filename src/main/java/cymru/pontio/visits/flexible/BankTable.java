package cymru.pontio.visits.flexible;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agreements and the ledger of minutes as rows that are only added. */
@Component
class BankTable {
    private final JdbcClient jdbc;

    BankTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param atEnd none where nothing is flexible */
    record Agreement(
            LocalDate from, Flexibility mode, @Nullable AtEnd atEnd, String by, Instant at) {}

    record Entry(
            LocalDate blockFrom, EntryKind kind, LocalDate day, int minutes, String reason, String by, Instant at) {}

    /** A provider's own placement, while it may know whose care it is; of the council any. */
    record Own(UUID id, UUID carePackage, String packageRef) {}

    record Over(UUID carePackage, LocalDate blockFrom, LocalDate ends, AtEnd atEnd, int left) {}

    void agree(Actor by, PackageId carePackage, LocalDate from, Flexibility mode, @Nullable AtEnd atEnd) {
        try {
            jdbc.sql("""
                    insert into visits.flexible_agreement (care_package_id, from_on, mode, at_end, by_account, by_name)
                    values (:package, :from, :mode, :end, :by, :name)""")
                    .param("package", carePackage.value())
                    .param("from", from)
                    .param("mode", mode.name())
                    .param("end", atEnd == null ? null : atEnd.name())
                    .param("by", by.userId())
                    .param("name", by.name())
                    .update();
        } catch (DataIntegrityViolationException e) {
            if (told(e).contains("entered on that day")) throw new RuleBroken("flexible.error.entered", from);
            throw new RuleBroken("flexible.error.twice", from);
        }
    }

    Ledger ledger(PackageId carePackage) {
        return new Ledger(agreements(carePackage), entries(carePackage));
    }

    private List<Agreement> agreements(PackageId carePackage) {
        return jdbc.sql("""
                select from_on as "from", mode, at_end, by_name as by, at from visits.flexible_agreement
                where care_package_id = ? order by from_on desc""").param(carePackage.value()).query(Agreement.class).list();
    }

    void enter(Actor by, UUID carePackage, @Nullable UUID placement, Block block, EntryKind kind, Day day) {
        try {
            jdbc.sql("""
                    insert into visits.time_entry (care_package_id, placement_id, block_from, kind, day, minutes, reason, by_account, by_name)
                    values (:package, :placement, :block, :kind, :day, :minutes, :reason, :by, :name)""")
                    .param("package", carePackage)
                    .param("placement", placement)
                    .param("block", block.from())
                    .param("kind", kind.name())
                    .param("day", day.day())
                    .param("minutes", day.minutes())
                    .param("reason", day.reason())
                    .param("by", by.userId())
                    .param("name", by.name())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw refused(e);
        }
    }

    record Day(LocalDate day, int minutes, String reason) {}

    private List<Entry> entries(PackageId carePackage) {
        return jdbc.sql("""
                select block_from, kind, day, minutes, reason, by_name as by, at from visits.time_entry
                where care_package_id = ? order by block_from desc, id desc limit 500""").param(carePackage.value()).query(Entry.class).list();
    }

    /** User minutes owed on the days of the block, without those that are suspended. */
    int owed(PackageId carePackage, Block block) {
        return jdbc.sql("""
                select coalesce(sum(c.minutes), 0) from placements.report_calls_on(cast(? as date), cast(? as date)) c
                where c.care_package_id = ? and not c.suspended and visits.block_of(c.care_package_id, c.day) = ?""")
                .params(block.from(), block.last(), carePackage.value(), block.from())
                .query(Integer.class)
                .single();
    }

    Optional<Own> placement(String ref, @Nullable UUID provider) {
        return jdbc.sql("""
                select p.id, p.care_package_id as care_package, p.package_ref from placements.placement p
                where p.ref = :ref and p.status <> 'REVOKED' and (cast(:provider as uuid) is null
                    or p.provider_id = :provider and exists (select from placements.identity_release i
                        where i.placement_id = p.id and i.ended_at is null))""")
                .param("ref", ref)
                .param("provider", provider)
                .query(Own.class)
                .optional();
    }

    /** Blocks that are over and still hold saved minutes. */
    List<Over> over(LocalDate today) {
        return jdbc.sql("""
                select b.care_package_id as care_package, b.block_from, b.ends, a.at_end, b.left
                from (
                    select e.care_package_id, e.block_from, visits.block_ends(e.care_package_id, e.block_from) as ends,
                        sum(case e.kind when 'SAVED' then e.minutes else -e.minutes end)::int as left
                    from visits.time_entry e
                    group by e.care_package_id, e.block_from
                    having sum(case e.kind when 'SAVED' then e.minutes else -e.minutes end) > 0) b
                cross join lateral (select f.at_end from visits.flexible_agreement f
                    where f.care_package_id = b.care_package_id and f.from_on < b.ends
                    order by f.from_on desc limit 1) a
                where b.ends <= ? order by b.ends, b.care_package_id""").param(today).query(Over.class).list();
    }

    private static RuntimeException refused(DataIntegrityViolationException e) {
        String told = told(e);
        if (told.contains("more than the block owes")) return new RuleBroken("flexible.error.owed");
        if (told.contains("more than was saved")) return new RuleBroken("flexible.error.saved");
        if (told.contains("not saved by that day")) return new RuleBroken("flexible.error.savedBy");
        if (told.contains("no such block")) return new RuleBroken("flexible.error.rigid");
        if (told.contains("block is over") || told.contains("one_end")) return new RuleBroken("flexible.error.over");
        return e;
    }

    private static String told(DataIntegrityViolationException e) {
        return String.valueOf(e.getMostSpecificCause().getMessage());
    }
}
