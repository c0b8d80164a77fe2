package cymru.pontio.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@PontioTest
class SignInsTests {
    @Autowired
    County county;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    PasswordEncoder passwords;

    @Test
    void writesAtMostOnceAMinute() {
        String token = signedIn();
        Instant signedIn = seen();
        assertThat(signIns.resume(token)).isPresent();
        assertThat(seen()).isEqualTo(signedIn);
        twoMinutesAgo();
        assertThat(signIns.resume(token)).isPresent();
        Instant written = seen();
        assertThat(written).isAfter(signedIn);
        assertThat(signIns.resume(token)).isPresent();
        assertThat(seen()).isEqualTo(written);
    }

    /**
     * Otherwise as many requests as the pool has connections, all a minute after the last, would wait for each other. Seeded
     * fault: write while the answer is still being read.
     */
    @Test
    void needsOneConnectionAtATime() throws SQLException {
        String token = signedIn();
        twoMinutesAgo();
        List<Connection> others = new ArrayList<>();
        try {
            int pool = database.unwrap(HikariDataSource.class).getMaximumPoolSize();
            while (others.size() < pool - 1) others.add(database.getConnection());
            assertThat(signIns.resume(token)).isPresent();
        } finally {
            for (Connection other : others) other.close();
        }
    }

    private String signedIn() {
        jdbc.sql("delete from identity.signed_in where account_id = ?")
                .param(account())
                .update();
        var answer = signIns.signIn(county.usernameOf(county.finance()), County.PASSWORD, "test");
        return ((SignIns.Welcome) answer).token();
    }

    private UUID account() {
        return county.finance().userId();
    }

    /** Otherwise the time of an answer would tell which names there are. Seeded fault: another memory, another number of passes. */
    @Test
    void aNameThatNobodyHasCostsAsMuchAsOneThatSomebodyHas() {
        assertThat(SignIns.NOBODYS.replaceFirst("[^$]*\\$[^$]*$", ""))
                .isEqualTo(passwords.encode("x").replaceFirst("[^$]*\\$[^$]*$", ""));
    }

    private void twoMinutesAgo() {
        jdbc.sql("update identity.signed_in set seen_at = seen_at - interval '2 minutes' where account_id = ?")
                .param(account())
                .update();
    }

    private Instant seen() {
        return jdbc.sql("select seen_at from identity.signed_in where account_id = ?")
                .param(account())
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }
}
