package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files of visits from call-monitoring systems, with a provider's token: the same steps and the same rules as by hand. The
 * file is the body of the request; answers are JSON, refusals problems after RFC 9457.
 */
@RestController
class ApiImportController {
    private static final int PROBLEMS_SHOWN = 1000;
    private static final long LARGEST = 1L << 30;
    private static final Set<String> TYPES = Set.of("text/csv", "application/csv", "application/octet-stream");

    private final VisitImports imports;
    private final MessageSource messages;

    ApiImportController(VisitImports imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    record Rows(int fresh, int changed, int same, int bad) {}

    record Row(long line, String visit, String column, String code) {}

    /** @param badRows the first thousand things that are wrong */
    record Import(
            String ref,
            String status,
            @Nullable String failure,
            long rowsDone,
            Rows rows,
            long userMinutes,
            long carerMinutes,
            List<Row> badRows) {}

    @PostMapping("/api/visits/imports")
    ResponseEntity<Import> upload(Actor actor, HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !TYPES.contains(type.split(";")[0].strip().toLowerCase(Locale.ROOT)))
            throw new Refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
        if (request.getContentLengthLong() > LARGEST) throw new Refused(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        Path copy = Files.createTempFile("pontio-visits-", ".csv");
        try {
            long size = copy(request.getInputStream(), copy, LARGEST);
            ImportRef ref = imports.upload(actor, new FileSystemResource(copy), size);
            return ResponseEntity.created(URI.create("/api/visits/imports/" + ref))
                    .body(view(actor, ref));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @GetMapping("/api/visits/imports/{ref}")
    Import show(Actor actor, @PathVariable String ref) {
        return view(actor, ImportRef.valueOf(ref));
    }

    @PostMapping("/api/visits/imports/{ref}/confirmation")
    ResponseEntity<Import> confirm(Actor actor, @PathVariable String ref) {
        ImportRef one = ImportRef.valueOf(ref);
        imports.confirm(actor, one);
        return ResponseEntity.accepted().body(view(actor, one));
    }

    @PostMapping("/api/visits/imports/{ref}/cancellation")
    Import cancel(Actor actor, @PathVariable String ref) {
        ImportRef one = ImportRef.valueOf(ref);
        imports.cancel(actor, one);
        return view(actor, one);
    }

    private Import view(Actor actor, ImportRef ref) {
        ImportView one = imports.view(actor, ref);
        List<Row> bad = imports.problems(actor, ref, PROBLEMS_SHOWN).stream()
                .map(problem -> new Row(
                        problem.line(),
                        problem.visitId(),
                        problem.field().column(),
                        problem.reason().name()))
                .toList();
        Counts counts = one.counts();
        return new Import(
                ref.value(),
                one.status().name(),
                one.failure() == null ? null : one.failure().name(),
                one.doneRows(),
                new Rows(counts.fresh(), counts.changed(), counts.same(), counts.bad()),
                counts.userMinutes(),
                counts.carerMinutes(),
                bad);
    }

    /** A length that is told need not be true, and need not be told. */
    static long copy(InputStream in, Path to, long most) throws IOException {
        byte[] chunk = new byte[65_536];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                size += count;
                if (size > most) throw new Refused(HttpStatus.CONTENT_TOO_LARGE, "too-large");
                out.write(chunk, 0, count);
            }
        }
        return size;
    }

    private static final class Refused extends RuntimeException {
        private final HttpStatus status;

        Refused(HttpStatus status, String code) {
            super(code);
            this.status = status;
        }
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return problem(refused.status, String.valueOf(refused.getMessage()), null);
    }

    @ExceptionHandler(FileRefused.class)
    ResponseEntity<ProblemDetail> unreadable(FileRefused refused, HttpServletRequest request) {
        String sentence = messages.getMessage(refused.messageKey(), refused.args(), language(request));
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.fault().name(), sentence);
    }

    @ExceptionHandler(RuleBroken.class)
    ResponseEntity<ProblemDetail> broken(RuleBroken rule, HttpServletRequest request) {
        String sentence = messages.getMessage(rule.messageKey(), rule.args(), language(request));
        return problem(HttpStatus.CONFLICT, rule.messageKey(), sentence);
    }

    @ExceptionHandler(NotFound.class)
    ResponseEntity<ProblemDetail> notThere() {
        return problem(HttpStatus.NOT_FOUND, "not-found", null);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> unexpected(Exception failure) {
        org.slf4j.LoggerFactory.getLogger(ApiImportController.class).error("a call of the api failed", failure);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", null);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, @Nullable String detail) {
        ProblemDetail problem =
                detail == null ? ProblemDetail.forStatus(status) : ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Locale language(HttpServletRequest request) {
        return request.getLocale().getLanguage().equals("cy") ? Locale.of("cy") : Locale.ENGLISH;
    }
}
