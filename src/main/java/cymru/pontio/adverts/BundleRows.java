package cymru.pontio.adverts;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of bundles. */
@Repository
class BundleRows {
    private final JdbcClient jdbc;

    BundleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(UUID id, String ref, String by, Instant at) {}

    /**
     * One line of the list.
     *
     * @param areas codes, each once
     * @param open how many of its adverts are not decided
     */
    record Line(
            String ref,
            Instant publishedAt,
            String publishedBy,
            Instant deadline,
            boolean closed,
            int adverts,
            int open,
            List<String> areas,
            int userMinutes,
            int carerMinutes) {}

    void insert(UUID id, BundleRef ref, Actor by, List<AdvertId> adverts, Instant at) {
        jdbc.sql(
                        "insert into adverts.bundle (id, ref, published_by, published_by_name, published_at) values (?, ?, ?, ?, ?)")
                .params(id, ref.value(), by.userId(), by.name(), Timestamp.from(at))
                .update();
        for (int i = 0; i < adverts.size(); i++)
            jdbc.sql("insert into adverts.bundle_advert (bundle_id, advert_id, position) values (?, ?, ?)")
                    .params(id, adverts.get(i).value(), i + 1)
                    .update();
    }

    /** Of approved packages, in the order in which all who hold several take them; nothing else of them is read. */
    List<PackageId> ids(List<PackageRef> refs) {
        return jdbc.sql(
                        "select care_package_id from carepackages.report_work where package_ref = any (?) order by care_package_id")
                .param(refs.stream().map(PackageRef::value).toArray(String[]::new))
                .query((row, n) -> new PackageId(row.getObject(1, UUID.class)))
                .list();
    }

    boolean taken(BundleRef ref) {
        return find(ref).isPresent();
    }

    Optional<Row> find(BundleRef ref) {
        return jdbc.sql("select id, ref, published_by_name as by, published_at as at from adverts.bundle where ref = ?")
                .param(ref.value())
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("ref"),
                        row.getString("by"),
                        AdvertRows.instant(row, "at")))
                .optional();
    }

    /** The bundle an advert was published in, if it was. */
    Optional<BundleRef> of(AdvertId advert) {
        return jdbc.sql(
                        "select b.ref from adverts.bundle b join adverts.bundle_advert a on a.bundle_id = b.id where a.advert_id = ?")
                .param(advert.value())
                .query((row, n) -> new BundleRef(row.getString(1)))
                .optional();
    }

    List<String> refs(UUID bundle) {
        return jdbc.sql(
                        "select a.ref from adverts.bundle_advert b join adverts.advert a on a.id = b.advert_id where b.bundle_id = ? order by b.position")
                .param(bundle)
                .query(String.class)
                .list();
    }

    /** Its adverts for which an award waits. */
    Set<AdvertId> awaited(UUID bundle) {
        return jdbc.sql("""
                select a.id from adverts.bundle_advert b join adverts.advert a on a.id = b.advert_id
                where b.bundle_id = ? and a.status = 'OPEN'
                  and exists (select from placements.report_open_award o where o.care_package_id = a.care_package_id)""")
                .param(bundle)
                .query((row, n) -> new AdvertId(row.getObject(1, UUID.class)))
                .set();
    }

    /** The other adverts of its bundle that are still open, by id; none for an advert of no bundle. */
    List<AdvertId> openBeside(AdvertId advert) {
        return jdbc.sql("""
                select a.id from adverts.bundle_advert mine
                join adverts.bundle_advert b on b.bundle_id = mine.bundle_id and b.advert_id <> mine.advert_id
                join adverts.advert a on a.id = b.advert_id and a.status = 'OPEN'
                where mine.advert_id = ? order by a.id""")
                .param(advert.value())
                .query((row, n) -> new AdvertId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The latest first. */
    List<Line> list(@Nullable Cursor after, int most) {
        String beyond = after == null ? "" : "where (b.published_at, b.ref) < (:at, :ref) ";
        var query = jdbc.sql("""
                select b.ref, b.published_at, b.published_by_name, x.* from adverts.bundle b
                cross join lateral (
                    select max(a.deadline) as deadline, max(a.deadline) <= clock_timestamp() as closed, count(*) as adverts,
                        count(*) filter (where a.status = 'OPEN') as open,
                        array_agg(distinct a.locality order by a.locality) as areas,
                        sum(a.user_minutes_week) as user_minutes, sum(a.carer_minutes_week) as carer_minutes
                    from adverts.bundle_advert i join adverts.advert a on a.id = i.advert_id where i.bundle_id = b.id) x\s""" + beyond + "order by b.published_at desc, b.ref desc limit " + most);
        if (after != null) query = query.param("at", after.timestamp()).param("ref", after.ref());
        return query.query((row, n) -> new Line(
                        row.getString("ref"),
                        AdvertRows.instant(row, "published_at"),
                        row.getString("published_by_name"),
                        AdvertRows.instant(row, "deadline"),
                        row.getBoolean("closed"),
                        row.getInt("adverts"),
                        row.getInt("open"),
                        List.of((String[]) row.getArray("areas").getArray()),
                        row.getInt("user_minutes"),
                        row.getInt("carer_minutes")))
                .list();
    }
}
