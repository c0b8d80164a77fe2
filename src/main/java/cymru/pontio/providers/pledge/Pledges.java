package cymru.pontio.providers.pledge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which level of the pledge a provider holds, on any day past, present or to come as far as it is known. */
@Service
public class Pledges {
    private final JdbcClient jdbc;

    Pledges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** BRONZE, SILVER or GOLD; nothing for a provider that holds none on that day. */
    @Transactional(readOnly = true)
    public Optional<String> levelOn(UUID provider, LocalDate on) {
        return jdbc.sql(
                        "select level from providers.pledge_holding where provider_id = ? and during @> cast(? as date)")
                .params(provider, on)
                .query(String.class)
                .optional();
    }

    /** Everybody's level on that day; who holds none is not in it. */
    @Transactional(readOnly = true)
    public Map<UUID, String> levelsOn(LocalDate on) {
        Map<UUID, String> levels = new HashMap<>();
        jdbc.sql("select provider_id, level from providers.pledge_holding where during @> cast(? as date)")
                .param(on)
                .query(row -> {
                    levels.put(row.getObject("provider_id", UUID.class), row.getString("level"));
                });
        return levels;
    }

    /** The council’s setting of that day with the levels then held; by default the pledge does not count. */
    @Transactional(readOnly = true)
    public PledgeQuality qualityOn(LocalDate on) {
        return jdbc.sql("""
                select * from providers.pledge_quality where status = 'ADOPTED' and from_on <= ?
                order by from_on desc, number desc limit 1""")
                .param(on)
                .query((row, n) -> new PledgeQuality(
                        row.getInt("weight"),
                        Map.of(
                                "BRONZE", row.getBigDecimal("bronze"),
                                "SILVER", row.getBigDecimal("silver"),
                                "GOLD", row.getBigDecimal("gold")),
                        row.getInt("weight") == 0 ? Map.of() : levelsOn(on)))
                .optional()
                .orElse(PledgeQuality.NONE);
    }
}
