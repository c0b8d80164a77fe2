package cymru.pontio;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.support.PontioTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class PontioApplicationTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void startsOnTheExpectedJavaAndPostgres() {
        assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
        assertThat(jdbc.sql("show server_version_num").query(Integer.class).single())
                .isBetween(180_000, 189_999);
    }
}
