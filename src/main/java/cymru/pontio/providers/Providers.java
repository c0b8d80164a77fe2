package cymru.pontio.providers;

import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may supply care. Figures about a provider are no secret within the market; what it bids is another room's. */
@Service
public class Providers {
    private static final String SELECT = """
            select p.id, p.ref, p.name, p.kind, p.accredited_until, p.embargo, p.regulator_score, p.council_score, p.kpi_score,
                   p.double_handed, p.welsh, p.training,
                   array(select t.locality from providers.patch t where t.provider_id = p.id order by 1) as patches,
                   coalesce((select a.lots from providers.accreditation a where a.provider_id = p.id), '{}') as lots
            from providers.provider p\s""";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    Providers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public ProviderView view(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id)
                .query((row, n) -> provider(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * As {@link #view}, but nobody stops or frees the provider's work until the caller's transaction is over: for the
     * moment in which work is given.
     */
    @Transactional
    public ProviderView hold(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ? for share of p")
                .param(id)
                .query((row, n) -> provider(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Whether more hours may be asked of a provider for somebody it looks after: everything but an embargo on increases says
     * yes. A lapse stops new work and nothing else. Nobody stops or frees the provider's work until the caller's transaction is
     * over; in the database {@code providers.takes_increases} says the same.
     */
    @Transactional
    public boolean takesIncreases(UUID id) {
        return hold(id).takesIncreases();
    }

    /** @throws NotFound for no reference of a provider at all, and for one nobody has */
    @Transactional(readOnly = true)
    public ProviderView byRef(String typed) {
        return jdbc.sql(SELECT + "where p.ref = ?")
                .param(Reference.parse("PRV", typed))
                .query((row, n) -> provider(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** All providers of the market, by name. */
    @Transactional(readOnly = true)
    public List<ProviderView> all() {
        return jdbc.sql(SELECT + "order by p.name, p.id")
                .query((row, n) -> provider(row))
                .list();
    }

    /** Those with this locality among their patches, whatever their standing; callers ask for their eligibility. */
    @Transactional(readOnly = true)
    public List<ProviderView> covering(String locality) {
        return jdbc.sql(
                        SELECT
                                + "where exists (select 1 from providers.patch t where t.provider_id = p.id and t.locality = ?) order by p.name, p.id")
                .param(locality)
                .query((row, n) -> provider(row))
                .list();
    }

    /** A reference no provider has yet. */
    @Transactional(readOnly = true)
    public String freeRef() {
        return Reference.free(
                () -> Reference.random("PRV", RANDOM),
                ref -> jdbc.sql("select exists (select from providers.provider where ref = ?)")
                        .param(ref)
                        .query(Boolean.class)
                        .single());
    }

    /** Sets a provider up. */
    @Transactional
    public void add(ProviderView provider) {
        jdbc.sql("""
                insert into providers.provider (id, ref, name, kind, accredited_until, embargo, regulator_score, council_score,
                    kpi_score, double_handed, welsh, training)
                values (:id, :ref, :name, :kind, :until, :embargo, :regulator, :council, :kpi, :double, :welsh, :training)""")
                .param("id", provider.id())
                .param("ref", provider.ref())
                .param("name", provider.name())
                .param("kind", provider.kind().name())
                .param("until", provider.accreditedUntil())
                .param("embargo", provider.embargo().name())
                .param("regulator", provider.regulatorScore())
                .param("council", provider.councilScore())
                .param("kpi", provider.kpiScore())
                .param("double", provider.doubleHanded())
                .param("welsh", provider.welsh())
                .param("training", provider.training().stream().sorted().toArray(String[]::new))
                .update();
        for (String locality : provider.patches()) {
            jdbc.sql("insert into providers.patch (provider_id, locality) values (?, ?)")
                    .params(provider.id(), locality)
                    .update();
        }
    }

    /** What a provider was let in to do, and where. */
    public record Supply(boolean doubleHanded, boolean welsh, Set<String> training, Set<String> patches) {}

    /** Lets a provider in, or changes what it is let in for; whoever calls has had two people decide it. */
    @Transactional
    public void letIn(UUID id, LocalDate until, Supply supply) {
        jdbc.sql("update providers.provider set double_handed = ?, welsh = ?, training = ? where id = ?")
                .params(
                        supply.doubleHanded(),
                        supply.welsh(),
                        supply.training().stream().sorted().toArray(String[]::new),
                        id)
                .update();
        String[] patches = supply.patches().stream().sorted().toArray(String[]::new);
        jdbc.sql("delete from providers.patch where provider_id = ? and locality <> all (?)")
                .params(id, patches)
                .update();
        jdbc.sql("insert into providers.patch (provider_id, locality) select ?, unnest(?) on conflict do nothing")
                .params(id, patches)
                .update();
        lastDay(id, until);
    }

    /** After this day no new work; care that is live goes on. */
    @Transactional
    public void lastDay(UUID id, LocalDate until) {
        jdbc.sql("update providers.provider set accredited_until = ?, version = version + 1 where id = ?")
                .params(until, id)
                .update();
    }

    private static ProviderView provider(ResultSet row) throws SQLException {
        return new ProviderView(
                row.getObject("id", UUID.class),
                row.getString("ref"),
                row.getString("name"),
                ProviderKind.valueOf(row.getString("kind")),
                row.getObject("accredited_until", LocalDate.class),
                Embargo.valueOf(row.getString("embargo")),
                row.getBigDecimal("regulator_score"),
                row.getBigDecimal("council_score"),
                row.getBigDecimal("kpi_score"),
                row.getBoolean("double_handed"),
                row.getBoolean("welsh"),
                Set.of((String[]) row.getArray("training").getArray()),
                Set.of((String[]) row.getArray("patches").getArray()),
                Arrays.stream((String[]) row.getArray("lots").getArray())
                        .map(Lot::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
