package cymru.pontio.providers.accreditation;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Somebody else’s file on its way to a browser, which must keep it and never run it. */
public final class FileAnswer {
    private FileAnswer() {}

    static ResponseEntity<byte[]> of(Evidences.Download file) {
        return of(file.name(), file.type().mediaType(), file.content());
    }

    public static ResponseEntity<byte[]> of(Proofs.Content file) {
        return of(file.name(), file.mediaType(), file.bytes());
    }

    private static ResponseEntity<byte[]> of(String name, String mediaType, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content);
    }
}
