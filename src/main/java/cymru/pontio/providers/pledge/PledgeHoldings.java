package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the days of each level in step with what they follow from. Days before today are never touched. */
@Component
class PledgeHoldings {
    private final JdbcClient jdbc;
    private final VersionShelf versions;
    private final Clock clock;

    PledgeHoldings(JdbcClient jdbc, VersionShelf versions, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.clock = clock;
    }

    /** One at a time for a provider: take this before any row of its attestations. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID provider) {
        jdbc.sql("select id from providers.provider where id = ? for no key update")
                .param(provider)
                .query(UUID.class)
                .single();
    }

    /** From today on, what now follows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void workOut(UUID provider) {
        LocalDate today = Zone.dayOf(clock.instant());
        List<Holding> follows = history(provider).holdings();
        jdbc.sql("delete from providers.pledge_holding where provider_id = ? and upper(during) >= ?")
                .params(provider, today)
                .update();
        for (Holding one : follows) {
            if (one.until().isBefore(today)) continue;
            jdbc.sql("""
                    insert into providers.pledge_holding (provider_id, during, level, ending)
                    values (?, daterange(?, ?), ?, ?)""")
                    .params(
                            provider,
                            one.from(),
                            one.until(),
                            one.level().name(),
                            one.ending().name())
                    .update();
        }
    }

    /** Everybody with an attestation, in one order so that two of these never wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void workOutAll() {
        List<UUID> all = jdbc.sql("select distinct provider_id from providers.pledge_attestation order by provider_id")
                .query(UUID.class)
                .list();
        all.forEach(this::lock);
        all.forEach(this::workOut);
    }

    /** As it follows from the attestations and versions themselves. */
    LevelHistory history(UUID provider) {
        return new LevelHistory(versions.adopted().stream().map(Version::terms).toList(), acceptances(provider));
    }

    /** As kept, first to last. */
    List<Holding> of(UUID provider) {
        return jdbc.sql("""
                select level, lower(during) as since, upper(during) as until, ending
                from providers.pledge_holding where provider_id = ? order by during""")
                .param(provider)
                .query((row, n) -> new Holding(
                        Level.valueOf(row.getString("level")),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        Ending.valueOf(row.getString("ending"))))
                .list();
    }

    private List<LevelHistory.Acceptance> acceptances(UUID provider) {
        return jdbc.sql("""
                select clause_id, accepted_from, least(good_until + 1, ended_on) as until,
                       coalesce(ended_on <= good_until, false) as withdrawn
                from providers.pledge_attestation where provider_id = ? and status = 'ACCEPTED'
                order by accepted_from, id""")
                .param(provider)
                .query((row, n) -> new LevelHistory.Acceptance(
                        row.getObject("clause_id", UUID.class),
                        row.getObject("accepted_from", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getBoolean("withdrawn")))
                .list();
    }
}
