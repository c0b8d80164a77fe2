package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads attestations. Who may see them is for the doors to say. */
@Component
class AttestationShelf {
    static final String PREFIX = "ATT";

    private static final String SELECT = """
            select a.*, c.code, c.text_en, c.text_cy, c.evidence as kind, p.ref as provider_ref, p.name as provider_name
            from providers.pledge_attestation a join providers.pledge_clause c on c.id = a.clause_id
            join providers.provider p on p.id = a.provider_id\s""";

    private final JdbcClient jdbc;

    AttestationShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Attestation byRef(String typed) {
        return jdbc.sql(SELECT + "where a.ref = ?")
                .param(Reference.parse(PREFIX, typed))
                .query((row, n) -> attestation(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The latest first. */
    List<Attestation> of(UUID provider) {
        return jdbc.sql(SELECT + "where a.provider_id = ? order by a.attested_at desc, a.id desc")
                .param(provider)
                .query((row, n) -> attestation(row))
                .list();
    }

    /** What waits for a commissioner, the oldest first. */
    List<Attestation> waiting(int most) {
        return jdbc.sql(SELECT + "where a.status = 'WAITING' order by a.attested_at, a.id limit ?")
                .param(most)
                .query((row, n) -> attestation(row))
                .list();
    }

    private static Attestation attestation(ResultSet row) throws SQLException {
        return new Attestation(
                row.getObject("id", UUID.class),
                row.getString("ref"),
                row.getObject("provider_id", UUID.class),
                row.getString("provider_ref"),
                row.getString("provider_name"),
                row.getObject("clause_id", UUID.class),
                row.getString("code"),
                row.getString("text_en"),
                row.getString("text_cy"),
                Evidence.valueOf(row.getString("kind")),
                AttestationStatus.valueOf(row.getString("status")),
                row.getObject("done_on", LocalDate.class),
                row.getObject("good_until", LocalDate.class),
                row.getString("evidence"),
                row.getString("attested_by_name"),
                VersionShelf.instant(row, "attested_at").orElseThrow(),
                row.getString("decided_by_name"),
                VersionShelf.instant(row, "decided_at").orElse(null),
                row.getString("query"),
                row.getObject("accepted_from", LocalDate.class),
                row.getObject("ended_on", LocalDate.class));
    }
}
