package cymru.pontio.visits;

import cymru.pontio.visits.FileRefused.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.InputStreamSource;

/** Whether a file is text in UTF-8, found out in one pass through a small buffer, and its fingerprint. */
final class FileBytes {
    private static final int CHUNK = 65_536;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private final MessageDigest digest = sha256();
    private long line = 1;
    private boolean afterReturn;
    private char last;

    private FileBytes() {}

    /**
     * @param sha256 of the file, in hexadecimal digits
     * @param endsInQuote whether its last letter is a quotation mark, line ends apart
     */
    record Found(String sha256, boolean endsInQuote) {}

    static Found check(InputStreamSource source) {
        FileBytes check = new FileBytes();
        try (InputStream in = source.getInputStream()) {
            String sha256 = check.read(in);
            return new Found(sha256, check.last == '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK / 2];
        long total = 0;
        int count;
        while ((count = in.readNBytes(chunk, 0, chunk.length)) > 0) {
            if (total == 0) refuseUtf16(chunk, count);
            total += count;
            digest.update(chunk, 0, count);
            decode(chunk, count, count < chunk.length);
        }
        if (total == 0) throw new FileRefused(Fault.EMPTY);
        decode(chunk, 0, true);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void refuseUtf16(byte[] start, int count) {
        if (count < 2) return;
        int mark = (start[0] & 0xFF) << 8 | start[1] & 0xFF;
        if (mark == 0xFEFF || mark == 0xFFFE) throw new FileRefused(Fault.UTF16);
    }

    private void decode(byte[] chunk, int count, boolean end) {
        bytes.put(chunk, 0, count).flip();
        boolean wrong = decoder.decode(bytes, chars, end).isError();
        bytes.compact();
        chars.flip();
        while (chars.hasRemaining()) look(chars.get());
        chars.clear();
        if (wrong) throw new FileRefused(Fault.ENCODING, line);
        if (end) decoder.reset();
    }

    private void look(char c) {
        if (c == 0) throw new FileRefused(Fault.NUL, line);
        if (c != '\r' && c != '\n') last = c;
        if (c == '\r' || c == '\n' && !afterReturn) line++;
        afterReturn = c == '\r';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
