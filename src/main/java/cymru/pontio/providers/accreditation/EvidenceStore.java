package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files and what is known about them, in two tables so that lists never read files. */
@Component
class EvidenceStore {
    private static final String SELECT = """
            select id, provider_id, kind, file_type, bytes, expires_on, cover, uploaded_by_name, uploaded_at, scan, review,
                   review_reason
            from providers.evidence\s""";

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an application shows, kind by kind, the latest first. */
    List<Evidence> of(UUID provider) {
        return jdbc.sql(SELECT + "where provider_id = ? and about is null order by kind, uploaded_at desc, id desc")
                .param(provider)
                .query((row, n) -> evidence(row))
                .list();
    }

    /** Shown for something else, the latest first. */
    List<Evidence> about(String ref) {
        return jdbc.sql(SELECT + "where about = ? order by uploaded_at desc, id desc")
                .param(ref)
                .query((row, n) -> evidence(row))
                .list();
    }

    Optional<Evidence> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, n) -> evidence(row))
                .optional();
    }

    byte[] content(UUID id) {
        return jdbc.sql("select content from providers.evidence_file where evidence_id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    void add(UUID id, Actor by, EvidenceUpload upload) {
        add(id, by, upload, null);
    }

    void add(UUID id, Actor by, EvidenceUpload upload, @Nullable String about) {
        Money cover = upload.cover();
        jdbc.sql("""
                insert into providers.evidence (id, provider_id, kind, file_type, bytes, sha256, expires_on, cover, uploaded_by,
                    uploaded_by_name, about)
                values (:id, :provider, :kind, :type, :bytes, encode(sha256(:content), 'hex'), :expires, :cover, :account, :name, :about)""")
                .param("about", about)
                .param("id", id)
                .param("provider", by.organisation())
                .param("kind", upload.kind().name())
                .param("type", upload.type().name())
                .param("bytes", upload.content().length)
                .param("content", upload.content())
                .param("expires", upload.expiresOn())
                .param("cover", cover == null ? null : cover.pounds())
                .param("account", by.userId())
                .param("name", by.name())
                .update();
        jdbc.sql("insert into providers.evidence_file (evidence_id, content) values (?, ?)")
                .params(id, upload.content())
                .update();
    }

    /** @return whether it was still in quarantine */
    boolean scanned(UUID id, Evidence.Scan verdict) {
        return jdbc.sql("""
                        update providers.evidence set scan = :scan, scanned_at = clock_timestamp()
                        where id = :id and scan = 'QUARANTINED'""").param("scan", verdict.name()).param("id", id).update() == 1;
    }

    void review(UUID id, Actor by, Evidence.Review review, @Nullable String reason) {
        jdbc.sql("""
                update providers.evidence set review = :review, review_reason = :reason, reviewed_by = :account,
                    reviewed_by_name = :name, reviewed_at = clock_timestamp()
                where id = :id""")
                .param("review", review.name())
                .param("reason", reason)
                .param("account", by.userId())
                .param("name", by.name())
                .param("id", id)
                .update();
    }

    List<UUID> quarantined(int most) {
        return jdbc.sql("select id from providers.evidence where scan = 'QUARANTINED' order by uploaded_at, id limit ?")
                .param(most)
                .query(UUID.class)
                .list();
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        var cover = row.getBigDecimal("cover");
        return new Evidence(
                row.getObject("id", UUID.class),
                row.getObject("provider_id", UUID.class),
                EvidenceKind.valueOf(row.getString("kind")),
                FileType.valueOf(row.getString("file_type")),
                row.getInt("bytes"),
                row.getObject("expires_on", LocalDate.class),
                cover == null ? null : new Money(cover),
                row.getString("uploaded_by_name"),
                row.getTimestamp("uploaded_at").toInstant(),
                Evidence.Scan.valueOf(row.getString("scan")),
                Evidence.Review.valueOf(row.getString("review")),
                row.getString("review_reason"));
    }
}
