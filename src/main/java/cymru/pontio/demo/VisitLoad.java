package cymru.pontio.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Brings all visits into the database: one thread makes them, this one hands them to COPY. Indexes other than the keys
 * are made afterwards, which takes a third of the time, and rows need no vacuum, because the table was emptied in the
 * same transaction. Each month goes into its own part, past the triggers that keep sums: {@link Totals} makes them.
 */
final class VisitLoad {
    private static final byte[] END = {};
    private static final int WAITING_BLOCKS = 16;

    private final Connection database;
    private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(WAITING_BLOCKS);
    private final AtomicBoolean given = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();

    VisitLoad(Connection database) {
        this.database = database;
    }

    /** @param monthDone hears of each month made */
    long load(List<Life> lives, Cast cast, int until, long now, IntConsumer monthDone) throws SQLException {
        List<String> indexes = dropIndexes();
        CompletableFuture<Long> made = CompletableFuture.supplyAsync(
                () -> make(lives, cast, until, now, monthDone),
                task -> Thread.ofPlatform().name("county-visits").start(task));
        try {
            for (int month = Plot.FIRST; month <= At.month(until) && !failed.get(); month++) month(month);
        } finally {
            given.set(true);
            blocks.clear();
        }
        long count = made.join();
        try (var statement = database.createStatement()) {
            for (String index : indexes) statement.execute(index);
            statement.execute("alter table visits.standing add primary key (provider_id, provider_visit_id)");
            statement.execute(
                    "select setval(pg_get_serial_sequence('visits.visit', 'id'), " + Math.max(1, count) + ")");
        }
        return count;
    }

    private long make(List<Life> lives, Cast cast, int until, long now, IntConsumer monthDone) {
        try {
            VisitRows rows = new VisitRows(cast, now, this::put);
            Diary diary = new Diary(rows);
            for (int month = Plot.FIRST; month <= At.month(until); month++) {
                rows.month();
                for (Life life : lives) {
                    if (!life.caredForIn(month)) continue;
                    rows.of(life);
                    diary.month(life, month, until);
                }
                byte[] standing = rows.monthEnd();
                put(END);
                put(standing);
                monthDone.accept(month);
            }
            return rows.count();
        } catch (RuntimeException e) {
            failed.set(true);
            put(END);
            throw e;
        }
    }

    private void put(byte[] block) {
        try {
            while (!blocks.offer(block, 100, TimeUnit.MILLISECONDS)) {
                if (given.get()) throw new IllegalStateException("nobody takes the visits any more");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Each month into its own part, and then which of its visits stand. */
    private void month(int month) throws SQLException {
        LocalDate first = At.date(At.firstDay(month));
        try (var statement = database.createStatement()) {
            statement.execute("select visits.open_month(date '" + first + "')");
        }
        String part = "visits.visit_%d_%02d".formatted(first.getYear(), first.getMonthValue());
        copy(part, VisitRows.COLUMNS, () -> {
            byte[] block = blocks.take();
            return block == END ? null : block;
        });
        if (failed.get()) return;
        byte[] standing = take();
        AtomicBoolean given = new AtomicBoolean();
        copy("visits.standing", VisitRows.STANDING, () -> given.getAndSet(true) ? null : standing);
    }

    private byte[] take() throws SQLException {
        try {
            return blocks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        }
    }

    /** Blocks until there are no more. */
    private interface Blocks {
        byte @Nullable [] next() throws InterruptedException;
    }

    private void copy(String table, List<String> columns, Blocks source) throws SQLException {
        CopyIn copy = database.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary, freeze)");
        try {
            for (byte[] block = source.next(); block != null; block = source.next())
                copy.writeToCopy(block, 0, block.length);
            if (failed.get()) copy.cancelCopy();
            else copy.endCopy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private List<String> dropIndexes() throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        try (var statement = database.createStatement()) {
            statement.execute("truncate visits.visit, visits.standing");
            statement.execute("alter table visits.standing drop constraint standing_pkey");
            try (var row = statement.executeQuery("""
                    select indexrelid::regclass::text, replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ')
                    from pg_index where indrelid = 'visits.visit'::regclass and not indisprimary
                        and not exists (select from pg_constraint c where c.conindid = indexrelid)
                    order by 1""")) {
                while (row.next()) {
                    names.add(row.getString(1));
                    definitions.add(row.getString(2));
                }
            }
            for (String name : names) statement.execute("drop index " + name);
        }
        return definitions;
    }
}
