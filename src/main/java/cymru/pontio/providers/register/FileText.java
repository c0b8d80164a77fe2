package cymru.pontio.providers.register;

import cymru.pontio.providers.register.FileRefused.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file whose encoding nobody states: UTF-8 with or without byte order mark, otherwise what Excel in Wales
 * and England writes, Windows-1252. Text in UTF-8 is never read as Windows-1252, because it would be garbled.
 */
record FileText(String text, boolean windows) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';

    static FileText of(byte[] bytes) {
        if (bytes.length == 0) throw new FileRefused(Fault.EMPTY);
        if (looksBinary(bytes)) throw new FileRefused(Fault.NOT_TEXT);
        try {
            return new FileText(withoutMark(decode(bytes, StandardCharsets.UTF_8)), false);
        } catch (CharacterCodingException notUtf8) {
            return new FileText(windows(bytes), true);
        }
    }

    private static String windows(byte[] bytes) {
        try {
            return decode(bytes, WINDOWS);
        } catch (CharacterCodingException e) {
            throw new FileRefused(Fault.NOT_TEXT);
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** A workbook, a picture, or UTF-16: no text file of a register holds a zero byte. */
    private static boolean looksBinary(byte[] bytes) {
        for (byte one : bytes) if (one == 0) return true;
        return false;
    }
}
