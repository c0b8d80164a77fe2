package cymru.pontio.demo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Rows in COPY's binary format (PostgreSQL documentation, COPY, "Binary Format"), written into one growing block. */
final class BinaryRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int EPOCH_DAY = 10_957;

    private byte[] bytes = new byte[1 << 18];
    private int length;

    int length() {
        return length;
    }

    /** What was written so far; the next rows go into a new block. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    void header() {
        raw(SIGNATURE);
        int32(0);
        int32(0);
    }

    void trailer() {
        int16(-1);
    }

    /** Begins a row. */
    void row(int columns) {
        int16(columns);
    }

    /** Columns written before, by another. */
    void raw(byte[] columns) {
        room(columns.length);
        System.arraycopy(columns, 0, bytes, length, columns.length);
        length += columns.length;
    }

    void uuid(UUID id) {
        int32(16);
        int64(id.getMostSignificantBits());
        int64(id.getLeastSignificantBits());
    }

    void text(String text) {
        text(text.getBytes(StandardCharsets.UTF_8));
    }

    void text(byte[] text) {
        int32(text.length);
        raw(text);
    }

    void big(long number) {
        int32(8);
        int64(number);
    }

    void integer(int number) {
        int32(4);
        int32(number);
    }

    void small(int number) {
        int32(2);
        int16(number);
    }

    void date(int day) {
        int32(4);
        int32(day - EPOCH_DAY);
    }

    void moment(long second) {
        int32(8);
        int64((second - EPOCH_DAY * 86_400L) * 1_000_000L);
    }

    void nothing() {
        int32(-1);
    }

    private void int64(long number) {
        int32((int) (number >>> 32));
        int32((int) number);
    }

    private void int32(int number) {
        room(4);
        bytes[length++] = (byte) (number >>> 24);
        bytes[length++] = (byte) (number >>> 16);
        bytes[length++] = (byte) (number >>> 8);
        bytes[length++] = (byte) number;
    }

    private void int16(int number) {
        room(2);
        bytes[length++] = (byte) (number >>> 8);
        bytes[length++] = (byte) number;
    }

    private void room(int more) {
        if (length + more > bytes.length) bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
}
