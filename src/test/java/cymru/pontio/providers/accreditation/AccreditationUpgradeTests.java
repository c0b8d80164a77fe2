package cymru.pontio.providers.accreditation;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.support.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Providers from before the market was open stand in it afterwards where they stood before. */
class AccreditationUpgradeTests {
    @Test
    void takesKnownProvidersOver() throws Exception {
        var details = TestDatabase.another("pontio_before_accreditation");
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword())
                .locations("classpath:db/migration");
        flyway.target("20261122.0100").load().migrate();
        JdbcClient jdbc = JdbcClient.create(
                new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword()));
        jdbc.sql("""
                insert into providers.provider (id, ref, name, kind, accredited_until, double_handed, welsh, training) values
                    (uuidv7(), 'PRV-0001-A', 'In', 'AGENCY', '2099-01-01', true, true, '{PEG}'),
                    (uuidv7(), 'PRV-0002-A', 'Over', 'AGENCY', '2020-01-01', false, false, '{}'),
                    (uuidv7(), 'PRV-0003-A', 'Never', 'MICRO', null, false, true, '{}')""").update();
        jdbc.sql("insert into providers.patch select id, 'newtown' from providers.provider where name = 'In'")
                .update();
        flyway.target("latest").load().migrate();
        assertThat(jdbc.sql("""
                        select p.name || ' ' || a.state || ' ' || a.lots::text || ' ' || coalesce(a.granted_until::text, '-')
                            || ' ' || coalesce(s.areas::text, '-')
                        from providers.provider p join providers.accreditation a on a.provider_id = p.id
                        join providers.application s on s.provider_id = p.id order by p.name""").query(String.class).list())
                .containsExactly(
                        "In ACCREDITED {SESSIONAL} 2099-01-01 {newtown}",
                        "Never DRAFT {} - -",
                        "Over LAPSED {SESSIONAL} 2020-01-01 -");
    }
}
