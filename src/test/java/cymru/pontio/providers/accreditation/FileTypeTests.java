package cymru.pontio.providers.accreditation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTests {
    @Test
    void readsWhatTheContentSays() {
        assertThat(FileType.of(AccreditationExamples.PDF)).contains(FileType.PDF);
        assertThat(FileType.of(HexFormat.of().parseHex("89504e470d0a1a0a0000"))).contains(FileType.PNG);
        assertThat(FileType.of(HexFormat.of().parseHex("ffd8ffe000104a464946"))).contains(FileType.JPEG);
    }

    @Test
    void takesAWordDocumentWithoutMacros() throws IOException {
        assertThat(FileType.of(zip("[Content_Types].xml", "word/document.xml"))).contains(FileType.DOCX);
        assertThat(FileType.of(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        assertThat(FileType.of(zip("[Content_Types].xml", "xl/workbook.xml"))).isEmpty();
        assertThat(FileType.of(zip("run.exe"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%PDF",
                "MZ\u0090",
                "<html><script>alert(1)</script>",
                "GIF89a......",
                "PK\u0003\u0004",
                "x%PDF-1.4"
            })
    void refusesEverythingElse(String content) {
        assertThat(FileType.of(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void survivesABrokenZip() throws IOException {
        byte[] whole = zip("[Content_Types].xml", "word/document.xml");
        for (int i = 4; i < whole.length; i++) {
            byte[] broken = whole.clone();
            broken[i] = (byte) 0xFF;
            assertThat(FileType.of(broken)).isNotNull();
            assertThat(FileType.of(java.util.Arrays.copyOf(whole, i))).isNotNull();
        }
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }
}
