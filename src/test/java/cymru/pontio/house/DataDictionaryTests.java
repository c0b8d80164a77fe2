package cymru.pontio.house;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.support.PontioTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each column says what it holds and whether that is personal data. */
@PontioTest
class DataDictionaryTests {
    @Autowired
    JdbcClient jdbc;

    @Test
    void describesEveryColumn() {
        assertThat(undescribed()).isEmpty();
    }

    @Test
    void knowsWherePersonalDataIs() {
        assertThat(jdbc.sql("""
                        select count(*) from pg_description where objsubid > 0 and description like 'personal:%'""").query(Long.class).single()).isGreaterThan(20);
    }

    private List<String> undescribed() {
        return jdbc.sql("""
                select c.table_schema || '.' || c.table_name || '.' || c.column_name
                from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema not in ('pg_catalog', 'information_schema', 'public') and t.table_type = 'BASE TABLE'
                  and coalesce(col_description((quote_ident(c.table_schema) || '.' || quote_ident(c.table_name))::regclass,
                        c.ordinal_position), '') !~ '^(plain|personal): .'
                order by 1""").query(String.class).list();
    }
}
