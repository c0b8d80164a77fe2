package cymru.pontio.audit;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recomputes the seals. A changed, removed or slipped-in row shows, because each seal covers the one before; only rows
 * cut off the end do not, which is why the last seal is shown to be noted down elsewhere.
 */
@Service
class Integrity {
    /** So many rows a look, so that a look ends. */
    static final long STRETCH = 200_000;

    private final JdbcClient jdbc;

    Integrity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a look at a stretch of the audit found.
     *
     * @param broken the first entry that is not as it was written
     * @param readings the last reading of the first block that is not as it was sealed
     * @param earlier where the stretch before this one ends, if there is one
     */
    record Finding(
            long low,
            long high,
            @Nullable Long broken,
            @Nullable Long readings,
            @Nullable Long earlier,
            Head head) {
        public boolean sound() {
            return broken == null && readings == null;
        }
    }

    /** The ends of both chains. */
    record Head(long entry, @Nullable Instant at, String seal, long sealedReadings, long unsealedReadings) {
        /** In pieces that a person can read out and a narrow screen can break. */
        public List<String> sealInEights() {
            return Arrays.asList(seal.split("(?<=\\G.{8})"));
        }
    }

    /** @param upto look at the stretch that ends with this entry; nothing: at the newest */
    @Transactional(readOnly = true)
    public Finding check(Actor actor, @Nullable Long upto) {
        actor.must(Role.AUDITOR);
        Head head = head();
        long high = upto == null ? head.entry() : Math.min(upto, head.entry());
        long low = Math.max(0, high - STRETCH);
        Long broken = number("select audit.first_broken(?, ?)", low, high);
        Long readings = upto == null
                ? number(
                        "select audit.first_broken_readings(coalesce((select max(upto) from audit.reading_seal where upto <= ?), 0), ?)",
                        head.sealedReadings() - STRETCH,
                        head.sealedReadings())
                : null;
        return new Finding(low, high, broken, readings, low == 0 ? null : low, head);
    }

    private @Nullable Long number(String sql, long low, long high) {
        return jdbc.sql(sql)
                .params(low, high)
                .query((row, n) -> row.getObject(1) == null ? -1L : row.getLong(1))
                .optional()
                .filter(found -> found >= 0)
                .orElse(null);
    }

    private Head head() {
        return jdbc.sql("""
                select coalesce(e.id, 0), e.at, coalesce(encode(e.seal, 'hex'), ''), s.upto,
                    (select count(*) from (select 1 from audit.reading r where r.id > s.upto limit 100000) unsealed)
                from (select coalesce(max(upto), 0) as upto from audit.reading_seal) s
                left join (select * from audit.entry order by id desc limit 1) e on true""")
                .query((row, n) -> new Head(
                        row.getLong(1),
                        row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5)))
                .single();
    }
}
