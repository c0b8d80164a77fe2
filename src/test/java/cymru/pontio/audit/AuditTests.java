package cymru.pontio.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.PersonalDataRead;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PontioTest
class AuditTests {
    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    AuditLog log;

    @Autowired
    Integrity integrity;

    @Autowired
    ReadingSeals seals;

    @Autowired
    LastChanges lastChanges;

    record ThingDone(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    @Test
    void refusesToChangeWhatWasWritten() {
        change("REFUSE-1");
        read("REFUSE-1");
        seals.seal();
        for (String table : List.of("entry", "reading", "reading_seal")) {
            assertThatThrownBy(() -> jdbc.sql("delete from audit." + table).update())
                    .hasMessageContaining("only ever added to");
            assertThatThrownBy(() -> jdbc.sql("update audit." + table + " set at = now()")
                            .update())
                    .hasMessageContaining("only ever added to");
            assertThatThrownBy(() -> jdbc.sql("truncate audit." + table).update())
                    .hasMessageContaining("only ever added to");
        }
    }

    @Test
    void tellsAProviderOfNobodyElsesChanges() {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new ThingDone(county.providerA(), "LAST-1", Map.of())));
        assertThat(lastChanges.of(county.providerA(), "LAST-1"))
                .hasValueSatisfying(last ->
                        assertThat(last.who()).isEqualTo(county.providerA().name()));
        assertThat(lastChanges.of(county.providerB(), "LAST-1")).isEmpty();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new ThingDone(county.broker(), "LAST-1", Map.of())));
        assertThat(lastChanges.of(county.providerA(), "LAST-1"))
                .hasValueSatisfying(last ->
                        assertThat(last.who()).isEqualTo(county.providerA().name()));
        assertThat(lastChanges.of(county.socialWorker(), "LAST-1"))
                .hasValueSatisfying(
                        last -> assertThat(last.who()).isEqualTo(county.broker().name()));
    }

    @Test
    void keepsTheEntryWithTheChangeOrNeither() {
        String subject = subject();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new ThingDone(county.broker(), subject, Map.of()));
            status.setRollbackOnly();
        });
        assertThat(entries(subject)).isEmpty();
        assertThatThrownBy(() -> events.publishEvent(new ThingDone(county.broker(), subject, Map.of())))
                .hasMessageContaining("transaction");
        change(subject);
        assertThat(entries(subject)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(county.broker().userId());
            assertThat(entry.roles()).containsExactly("BROKER");
            assertThat(entry.facts()).containsEntry("roles", "x");
        });
    }

    /** Seeded fault: a row altered and a row removed behind the back of the triggers. */
    @Test
    void namesTheFirstEntryThatIsNotAsWritten() {
        long first = change("CHAIN-1");
        change("CHAIN-2");
        assertThat(integrity.check(county.auditor(), null).broken()).isNull();
        tampering(() -> {
            jdbc.sql("update audit.entry set reason = 'OTHER' where id = ?")
                    .param(first)
                    .update();
            assertThat(integrity.check(county.auditor(), null).broken()).isEqualTo(first);
        });
        tampering(() -> {
            jdbc.sql("delete from audit.entry where id = ?").param(first).update();
            assertThat(integrity.check(county.auditor(), null).broken()).isEqualTo(first + 1);
        });
        tampering(() -> {
            jdbc.sql("update audit.entry set seal = '\\x01' where id = ?")
                    .param(first)
                    .update();
            assertThat(integrity.check(county.auditor(), null).broken()).isEqualTo(first);
        });
        assertThat(integrity.check(county.auditor(), null).broken()).isNull();
    }

    /** Seeded fault: a reading altered, a reading removed and an earlier seal removed. */
    @Test
    void namesTheBlockOfReadingsThatIsNotAsSealed() {
        read("SEAL-1");
        read("SEAL-2");
        seals.seal();
        long upto = jdbc.sql("select max(upto) from audit.reading_seal")
                .query(Long.class)
                .single();
        assertThat(integrity.check(county.auditor(), null).readings()).isNull();
        for (String tampering : List.of(
                "update audit.reading set subject = 'OTHER' where id = " + upto,
                "delete from audit.reading where id = " + upto,
                "delete from audit.reading_seal where upto < " + upto)) {
            tampering(() -> {
                int rows = jdbc.sql(tampering).update();
                if (rows == 0) return;
                assertThat(integrity.check(county.auditor(), null).readings())
                        .as(tampering)
                        .isEqualTo(upto);
            });
        }
    }

    /** A number taken but not committed must not come up inside a block that is already sealed. */
    @Test
    void waitsForReadingsUnderWayBeforeSealing() throws Exception {
        String subject = subject();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var slow = threads.submit(() -> transaction.executeWithoutResult(status -> {
                events.publishEvent(new PersonalDataRead(county.broker(), "package", subject));
                written.countDown();
                await(go);
            }));
            try {
                await(written);
                long before = sealed();
                seals.seal();
                assertThat(sealed()).isEqualTo(before);
            } finally {
                go.countDown();
            }
            slow.get();
        }
        seals.seal();
        assertThat(sealed())
                .isGreaterThanOrEqualTo(jdbc.sql("select max(id) from audit.reading where subject = ?")
                        .param(subject)
                        .query(Long.class)
                        .single());
        assertThat(integrity.check(county.auditor(), null).readings()).isNull();
    }

    @Test
    void tellsWhoSawAReferenceAndWhen() {
        String subject = subject();
        Instant start = Instant.now().minusSeconds(60);
        read(subject);
        read(subject);
        var all = log.readers(county.auditor(), filter(subject, null, null, null));
        assertThat(all).singleElement().satisfies(reader -> {
            assertThat(reader.who()).isEqualTo(county.broker().userId());
            assertThat(reader.times()).isEqualTo(2);
            assertThat(reader.first()).isAfter(start);
        });
        assertThat(log.readers(county.auditor(), filter(subject, null, "2001-01-01T00:00", "2001-01-01T23:59")))
                .isEmpty();
        assertThat(log.readers(county.auditor(), filter(subject, "Cai Commissioner", null, null)))
                .isEmpty();
        assertThat(log.readers(county.auditor(), filter(subject, "bethan", null, null)))
                .hasSize(1);
    }

    /** A quarter of a million readings here; the plan, not the size of this machine, is what must not change. */
    @Test
    void findsTheReadersOfOneReferenceByItsIndex() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("""
                    insert into audit.reading (account_id, page, subject)
                    select :who, 'package', 'FILL-' || i % 20000 from generate_series(1, 250000) i""").param("who", county.broker().userId()).update();
            jdbc.sql("analyze audit.reading").update();
            Instant start = Instant.now();
            assertThat(log.readers(county.auditor(), filter("FILL-7", null, "2020-01-01", null)))
                    .hasSize(1);
            assertThat(log.readings(county.auditor(), filter("FILL-7", null, null, null), AuditLog.PAGE)
                            .rows())
                    .hasSize(13);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
            status.setRollbackOnly();
        });
    }

    @Test
    void turnsPagesBothWaysWithoutLosingARow() {
        String subject = subject();
        for (int i = 0; i < 5; i++) change(subject);
        var first = log.entries(county.auditor(), filter(subject, null, null, null), 2);
        assertThat(first.newer()).isNull();
        var second = log.entries(county.auditor(), paged(subject, first.older(), null), 2);
        var third = log.entries(county.auditor(), paged(subject, second.older(), null), 2);
        assertThat(third.rows()).hasSize(1);
        assertThat(third.older()).isNull();
        var back = log.entries(county.auditor(), paged(subject, null, third.newer()), 2);
        assertThat(back.rows()).isEqualTo(second.rows());
    }

    @Test
    void letsOnlyAuditorsIn() {
        for (Actor actor :
                List.of(county.admin(), county.broker(), county.commissioner(), county.providerA(), county.finance())) {
            assertThatThrownBy(() -> log.entries(actor, AuditFilter.everything(), 1))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> log.readings(actor, AuditFilter.everything(), 1))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> integrity.check(actor, null)).isInstanceOf(NotFound.class);
        }
    }

    private List<AuditLog.Entry> entries(String subject) {
        return log.entries(county.auditor(), filter(subject, null, null, null), 10)
                .rows();
    }

    private long change(String subject) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new ThingDone(county.broker(), subject, Map.of("roles", "x"))));
        return jdbc.sql("select max(id) from audit.entry where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }

    private void read(String subject) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new PersonalDataRead(county.broker(), "package", subject)));
    }

    private long sealed() {
        return jdbc.sql("select coalesce(max(upto), 0) from audit.reading_seal")
                .query(Long.class)
                .single();
    }

    private void tampering(Runnable tampering) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            tampering.run();
            status.setRollbackOnly();
        });
    }

    private static AuditFilter filter(
            String subject, @Nullable String who, @Nullable String from, @Nullable String to) {
        return new AuditFilter(subject, null, who, from, to, null, null);
    }

    private static AuditFilter paged(String subject, @Nullable Long before, @Nullable Long after) {
        return new AuditFilter(
                subject,
                null,
                null,
                null,
                null,
                before == null ? null : "" + before,
                after == null ? null : "" + after);
    }

    private static String subject() {
        return "T-" + Objects.requireNonNull(UUID.randomUUID()).toString().substring(0, 8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
