package cymru.pontio.site;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table as a file for spreadsheets: UTF-8 with byte order mark, and no cell that a spreadsheet would run. */
public final class Csv {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CsvWriter writer;

    public Csv(String... header) {
        bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        writer = CsvWriter.builder().build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        writer.writeRecord(header);
    }

    /** @param cells numbers and dates by their own toString, nothing for null */
    public Csv row(@Nullable Object... cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) texts[i] = cell(cells[i]);
        writer.writeRecord(texts);
        return this;
    }

    /** @param name of the file, without personal data */
    public ResponseEntity<byte[]> download(String name) {
        try {
            writer.close();
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes.toByteArray());
    }

    /** Hours as all files have them: to two places, half up. */
    public static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    private static String cell(@Nullable Object value) {
        if (value == null) return "";
        String text = value.toString();
        boolean runs =
                !text.isEmpty() && List.of('=', '+', '-', '@', '\t', '\r').contains(text.charAt(0));
        return runs && !(value instanceof Number) ? "'" + text : text;
    }
}
