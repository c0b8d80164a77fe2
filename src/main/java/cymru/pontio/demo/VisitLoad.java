package cymru.pontio.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Brings all visits into the database: one thread makes them, this one hands them to COPY. Indexes other than the keys
 * are made afterwards, which takes a third of the time, and rows need no vacuum, because the table was emptied in the
 * same transaction.
 */
final class VisitLoad {
    private static final byte[] END = {};
    private static final int WAITING_BLOCKS = 16;

    private final Connection database;
    private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(WAITING_BLOCKS);
    private final AtomicBoolean given = new AtomicBoolean();

    VisitLoad(Connection database) {
        this.database = database;
    }

    /** @param monthDone hears of each month made */
    long load(List<Life> lives, Cast cast, int until, IntConsumer monthDone) throws SQLException {
        List<String> indexes = dropIndexes();
        CompletableFuture<Long> made = CompletableFuture.supplyAsync(
                () -> make(lives, cast, until, monthDone),
                task -> Thread.ofPlatform().name("county-visits").start(task));
        try {
            copy();
        } finally {
            given.set(true);
            blocks.clear();
        }
        try (var statement = database.createStatement()) {
            for (String index : indexes) statement.execute(index);
        }
        return made.join();
    }

    private long make(List<Life> lives, Cast cast, int until, IntConsumer monthDone) {
        try {
            VisitRows rows = new VisitRows(cast, this::put);
            Diary diary = new Diary(rows);
            for (int month = Plot.FIRST; month <= At.month(until); month++) {
                for (Life life : lives) {
                    if (!life.caredForIn(month)) continue;
                    rows.of(life);
                    diary.month(life, month, until);
                }
                monthDone.accept(month);
            }
            rows.end();
            return rows.count();
        } finally {
            put(END);
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

    private void copy() throws SQLException {
        String columns = String.join(", ", VisitRows.COLUMNS);
        CopyIn copy = database.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy visits.visit (" + columns + ") from stdin (format binary, freeze)");
        try {
            for (byte[] block = blocks.take(); block != END; block = blocks.take())
                copy.writeToCopy(block, 0, block.length);
            copy.endCopy();
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
            statement.execute("truncate visits.visit");
            try (var row = statement.executeQuery("""
                    select indexrelid::regclass::text, pg_get_indexdef(indexrelid)
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
