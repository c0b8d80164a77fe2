package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.accreditation.Accreditation.Expiring;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where providers stand in the market, for pages of other nouns. */
@Service
public class Accreditations {
    /** The first reminder comes so many days before evidence runs out. */
    static final int SOON = 60;

    private final JdbcClient jdbc;
    private final Clock clock;

    Accreditations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whoever calls has asked whether the person may see this provider.
     *
     * @throws NotFound if there is no such provider
     */
    @Transactional(readOnly = true)
    public Accreditation standingOf(UUID providerId) {
        return jdbc.sql("""
                select a.state, p.accredited_until, a.lots, a.tier, a.condition
                from providers.accreditation a join providers.provider p on p.id = a.provider_id
                where a.provider_id = ?""")
                .param(providerId)
                .query((row, n) -> standing(row, providerId))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private Accreditation standing(ResultSet row, UUID provider) throws SQLException {
        return new Accreditation(
                provider,
                AccreditationState.valueOf(row.getString("state")),
                row.getObject("accredited_until", LocalDate.class),
                lots(row.getArray("lots").getArray()),
                row.getObject("tier", Integer.class),
                row.getString("condition"),
                expiring(provider));
    }

    private List<Expiring> expiring(UUID provider) {
        LocalDate today = Zone.dayOf(clock.instant());
        return jdbc.sql("""
                select kind, expires_on, newer_shown from providers.evidence_in_force
                where provider_id = :provider and expires_on <= :until order by expires_on, kind""")
                .param("provider", provider)
                .param("until", today.plusDays(SOON))
                .query((row, n) -> {
                    LocalDate day = row.getObject("expires_on", LocalDate.class);
                    return new Expiring(
                            EvidenceKind.valueOf(row.getString("kind")),
                            day,
                            ChronoUnit.DAYS.between(today, day),
                            row.getBoolean("newer_shown"));
                })
                .list();
    }

    static List<Lot> lots(Object names) {
        return Arrays.stream((String[]) names).map(Lot::valueOf).sorted().toList();
    }
}
