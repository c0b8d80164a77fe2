package cymru.pontio.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class SignInsTests {
    @Autowired
    County county;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

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

    /** Seeded fault: written while the question still holds its connection, all wait for a second one and none gets it. */
    @Test
    void manyRequestsAtOnceAfterAMinuteDoNotWaitForEachOther() throws Exception {
        String token = signedIn();
        twoMinutesAgo();
        List<Callable<Boolean>> requests = new ArrayList<>();
        for (int i = 0; i < 64; i++) requests.add(() -> signIns.resume(token).isPresent());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> answer : threads.invokeAll(requests))
                assertThat(answer.get()).isTrue();
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
