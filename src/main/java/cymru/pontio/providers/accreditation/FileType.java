package cymru.pontio.providers.accreditation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a file is by its content; what it calls itself does not count. */
enum FileType {
    PDF("application/pdf", 0x25, 0x50, 0x44, 0x46, 0x2D),
    PNG("image/png", 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A),
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", 0x50, 0x4B, 0x03, 0x04) {
        /** A ZIP file is a Word document if it holds one, and no macros. */
        @Override
        boolean holds(byte[] content) {
            Set<String> names = zipped(content);
            return names.contains("[Content_Types].xml")
                    && names.contains("word/document.xml")
                    && names.stream().noneMatch(name -> name.endsWith("vbaProject.bin"));
        }
    };

    private static final int END_OF_DIRECTORY = 0x0605_4B50;
    private static final int DIRECTORY_ENTRY = 0x0201_4B50;
    private static final int MOST_ENTRIES = 5_000;

    private final String mediaType;
    private final byte[] start;

    FileType(String mediaType, int... start) {
        this.mediaType = mediaType;
        this.start = new byte[start.length];
        for (int i = 0; i < start.length; i++) this.start[i] = (byte) start[i];
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<FileType> of(byte[] content) {
        return Arrays.stream(values())
                .filter(type -> type.begins(content) && type.holds(content))
                .findFirst();
    }

    boolean holds(byte[] content) {
        return true;
    }

    private boolean begins(byte[] content) {
        return content.length > start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    /** Names from the ZIP's directory (APPNOTE.TXT 4.3.12 and 4.3.16); nothing is unpacked. */
    private static Set<String> zipped(byte[] content) {
        ByteBuffer zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int end = content.length - 22;
        while (end >= 0 && zip.getInt(end) != END_OF_DIRECTORY) end--;
        if (end < 0) return Set.of();
        Set<String> names = new HashSet<>();
        long at = zip.getInt(end + 16) & 0xFFFF_FFFFL;
        for (int i = 0; i < MOST_ENTRIES && at + 46 <= end; i++) {
            int here = (int) at;
            if (zip.getInt(here) != DIRECTORY_ENTRY) break;
            int length = zip.getShort(here + 28) & 0xFFFF;
            if (here + 46 + length > end) break;
            names.add(new String(content, here + 46, length, StandardCharsets.UTF_8));
            at += 46 + length + (zip.getShort(here + 30) & 0xFFFF) + (zip.getShort(here + 32) & 0xFFFF);
        }
        return names;
    }
}
