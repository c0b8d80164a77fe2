package cymru.pontio.visits;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The imports themselves: what was uploaded, by whom, and how far it is. */
@Component
class ImportStore {
    /** Work without a sign of life for so long has died with its machine. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SELECT = """
            select i.* from visits.import i
            where i.provider_id = :provider\s""";

    private final JdbcClient jdbc;
    private final Accounts accounts;

    ImportStore(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /**
     * A file about to be read.
     *
     * @throws FileRefused if the provider has used the file's reference before
     */
    ImportRef add(Actor actor, UUID id, VisitFile file) {
        if (used(actor, file.reference())) throw new FileRefused(FileRefused.Fault.DUPLICATE, file.reference());
        while (true) {
            ImportRef ref = ImportRef.random(RANDOM);
            int added = jdbc.sql("""
                    insert into visits.import (id, ref, provider_id, status, sha256, rows, rows_new, rows_changed, rows_same,
                        rows_bad, uploaded_by, uploaded_at, heartbeat_at, file_reference,
                        unread)
                    values (:id, :ref, :provider, 'READING', :sha256, 0, 0, 0, 0, 0, :by, clock_timestamp(), clock_timestamp(),
                        nullif(:reference, ''), :unread)
                    on conflict (ref) do nothing""")
                    .param("id", id)
                    .param("ref", ref.value())
                    .param("provider", actor.organisation())
                    .param("sha256", file.sha256())
                    .param("reference", file.reference())
                    .param("unread", file.unread().toArray(String[]::new))
                    .param("by", actor.userId())
                    .update();
            if (added == 1) return ref;
        }
    }

    private boolean used(Actor actor, String reference) {
        return !reference.isEmpty()
                && jdbc.sql("""
                        select exists (select from visits.import where provider_id = ? and file_reference = ?
                            and status in ('READING', 'CHECKED', 'WORKING', 'DONE'))""")
                        .params(actor.organisation(), reference)
                        .query(Boolean.class)
                        .single();
    }

    /** @return false if it has been given up meanwhile */
    boolean checked(UUID id, Counts counts) {
        return jdbc.sql("""
                update visits.import set status = 'CHECKED', rows = :rows, rows_new = :fresh, rows_changed = :changed,
                    rows_same = :same, rows_bad = :bad, user_minutes = :user, carer_minutes = :carer, version = version + 1
                where id = :id and status = 'READING' and not cancel_asked""")
                        .param("id", id)
                        .param("rows", counts.rows())
                        .param("fresh", counts.fresh())
                        .param("changed", counts.changed())
                        .param("same", counts.same())
                        .param("bad", counts.bad())
                        .param("user", counts.userMinutes())
                        .param("carer", counts.carerMinutes())
                        .update()
                == 1;
    }

    /** Of a file that is refused at once nothing is kept, not even that it was there. */
    void forget(UUID id) {
        jdbc.sql("delete from visits.import where id = ? and status = 'READING'")
                .param(id)
                .update();
    }

    /** @param refusal the kind of fault and where it is */
    void unreadable(UUID id, String refusal) {
        jdbc.sql("""
                update visits.import set status = 'FAILED', failure = 'UNREADABLE', refusal = ?, done_at = clock_timestamp(),
                    version = version + 1 where id = ? and status = 'READING'""").params(refusal, id).update();
    }

    @Transactional(readOnly = true)
    public Optional<ImportView> find(Actor actor, ImportRef ref) {
        return jdbc.sql(SELECT + "and i.ref = :ref")
                .param("provider", actor.organisation())
                .param("ref", ref.value())
                .query((row, n) -> view(row))
                .optional();
    }

    /** @param after the reference on which the page before ended */
    @Transactional(readOnly = true)
    public List<ImportView> list(Actor actor, @Nullable String after, int most) {
        return jdbc.sql(SELECT + """
                and (cast(:after as text) is null or (i.uploaded_at, i.id) < (select p.uploaded_at, p.id from visits.import p
                    where p.ref = :after and p.provider_id = :provider))
                order by i.uploaded_at desc, i.id desc limit :most""")
                .param("provider", actor.organisation())
                .param("after", after)
                .param("most", most)
                .query((row, n) -> view(row))
                .list();
    }

    /** An earlier import of the very same file. */
    @Transactional(readOnly = true)
    public Optional<ImportView> sameFile(Actor actor, ImportView one) {
        return jdbc.sql(
                        SELECT
                                + "and i.sha256 = :sha256 and i.status = 'DONE' and i.id <> :id order by i.done_at desc limit 1")
                .param("provider", actor.organisation())
                .param("sha256", one.sha256())
                .param("id", one.id())
                .query((row, n) -> view(row))
                .optional();
    }

    /** @return the number of the attempt; none if somebody was faster */
    Optional<Integer> start(Actor actor, UUID id) {
        return jdbc.sql("""
                update visits.import set status = 'WORKING', failure = null, attempt = attempt + 1, step = 0, done_rows = 0,
                    cancel_asked = false, heartbeat_at = clock_timestamp(), confirmed_by = :by,
                    confirmed_at = clock_timestamp(), version = version + 1
                where id = :id and (status = 'CHECKED' or status = 'FAILED' and failure not in ('GONE', 'UNREADABLE'))
                returning attempt""")
                .param("by", actor.userId())
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    boolean cancel(UUID id) {
        return jdbc.sql("""
                update visits.import set status = 'CANCELLED', failure = null, done_at = clock_timestamp(), version = version + 1
                where id = ? and status in ('CHECKED', 'FAILED')""").param(id).update() == 1;
    }

    /** Work that goes on is asked to stop at its next breath. */
    boolean askToStop(UUID id) {
        return jdbc.sql("""
                update visits.import set cancel_asked = true, version = version + 1
                where id = ? and status in ('READING', 'WORKING')""").param(id).update() == 1;
    }

    /** A file that was being read is discarded; one that was being taken over waits again as it was before. */
    void stopped(UUID id, int attempt) {
        jdbc.sql("""
                update visits.import set status = case status when 'READING' then 'CANCELLED' else 'CHECKED' end,
                    cancel_asked = false, done_at = case status when 'READING' then clock_timestamp() end, version = version + 1
                where id = ? and attempt = ? and status in ('READING', 'WORKING')""").params(id, attempt).update();
    }

    /**
     * Outside the transaction of the work, so that others see it go on.
     *
     * @return whether to go on
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean progress(UUID id, int attempt, int step, long rows) {
        return jdbc.sql("""
                update visits.import set step = ?, done_rows = ?, heartbeat_at = clock_timestamp()
                where id = ? and attempt = ? and status in ('READING', 'WORKING') and not cancel_asked""").params(step, rows, id, attempt).update() == 1;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void fail(UUID id, int attempt, ImportFailure failure) {
        jdbc.sql("""
                update visits.import set status = 'FAILED', failure = ?, done_at = clock_timestamp(), version = version + 1
                where id = ? and attempt = ? and status in ('READING', 'WORKING')""").params(failure.name(), id, attempt).update();
    }

    void beat(UUID id) {
        jdbc.sql(
                        "update visits.import set heartbeat_at = clock_timestamp() where id = ? and status in ('READING', 'WORKING')")
                .param(id)
                .update();
    }

    /** @return false if this attempt has been given up, or asked to stop, meanwhile: then nothing of it may stay */
    boolean done(UUID id, int attempt, Counts taken) {
        return jdbc.sql("""
                update visits.import set status = 'DONE', step = :step, done_at = clock_timestamp(), rows_new = :fresh,
                    rows_changed = :changed, rows_same = :same, version = version + 1
                where id = :id and attempt = :attempt and status = 'WORKING' and not cancel_asked""")
                        .param("step", ImportView.STEPS)
                        .param("fresh", taken.fresh())
                        .param("changed", taken.changed())
                        .param("same", taken.same())
                        .param("id", id)
                        .param("attempt", attempt)
                        .update()
                == 1;
    }

    /**
     * Files that nobody confirmed within two weeks are discarded, so that staged rows do not pile up.
     *
     * @param provider none for those of all
     */
    List<UUID> discardOld(@Nullable UUID provider) {
        return jdbc.sql("""
                update visits.import set status = 'CANCELLED', failure = null, done_at = clock_timestamp(), version = version + 1
                where (cast(:provider as uuid) is null or provider_id = :provider)
                    and status in ('CHECKED', 'FAILED') and uploaded_at < clock_timestamp() - interval '14 days'
                returning id""").param("provider", provider).query(UUID.class).list();
    }

    /**
     * Work that died with its machine is known by its silence; what it had done was never committed.
     *
     * @param provider none for those of all
     */
    void failSilent(@Nullable UUID provider) {
        jdbc.sql("""
                update visits.import set status = 'FAILED', done_at = clock_timestamp(), version = version + 1,
                    failure = case status when 'READING' then 'GONE' else 'STALLED' end
                where (cast(:provider as uuid) is null or provider_id = :provider)
                    and status in ('READING', 'WORKING') and heartbeat_at < clock_timestamp() - make_interval(secs => :silence)""")
                .param("provider", provider)
                .param("silence", SILENCE.toSeconds())
                .update();
    }

    private ImportView view(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        Timestamp done = row.getTimestamp("done_at");
        return new ImportView(
                row.getObject("id", UUID.class),
                new ImportRef(row.getString("ref")),
                ImportStatus.valueOf(row.getString("status")),
                failure == null ? null : ImportFailure.valueOf(failure),
                new Counts(
                        row.getInt("rows_new"),
                        row.getInt("rows_changed"),
                        row.getInt("rows_same"),
                        row.getInt("rows_bad"),
                        row.getLong("user_minutes"),
                        row.getLong("carer_minutes")),
                row.getTimestamp("uploaded_at").toInstant(),
                accounts.nameOf(row.getObject("uploaded_by", UUID.class)),
                done == null ? null : done.toInstant(),
                row.getInt("step"),
                row.getLong("done_rows"),
                row.getString("refusal"),
                row.getBoolean("cancel_asked"),
                row.getString("sha256"),
                List.of((String[]) row.getArray("unread").getArray()));
    }
}
