package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Money;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** A file and what is said about it, as typed. */
record EvidenceForm(
        String kind,
        @Nullable MultipartFile file,

        @RealDate(message = "{accreditation.form.expires.wrong}")
        DateParts expires,

        @Pattern(regexp = "|£? ?[0-9][0-9,]{0,11}(\\.[0-9]{2})?", message = "{accreditation.form.cover.wrong}")
        String cover) {
    EvidenceForm(
            @Nullable String kind, @Nullable MultipartFile file, @Nullable DateParts expires, @Nullable String cover) {
        this.kind = TypedText.line(kind);
        this.file = file;
        this.expires = expires == null ? DateParts.blank() : expires;
        this.cover = TypedText.line(cover);
    }

    static EvidenceForm of(@Nullable EvidenceKind kind) {
        return new EvidenceForm(kind == null ? "" : kind.name(), null, DateParts.blank(), "");
    }

    private Optional<EvidenceKind> chosen() {
        return Arrays.stream(EvidenceKind.ofApplications())
                .filter(one -> one.name().equals(kind))
                .findFirst();
    }

    void check(LocalDate today, Errors errors) {
        Optional<EvidenceKind> about = chosen();
        if (about.isEmpty()) errors.rejectValue("kind", "accreditation.form.kind.missing");
        checkFile(errors);
        boolean needsDay = about.filter(EvidenceKind::expires).isPresent();
        if (needsDay && expires.isBlank()) errors.rejectValue("expires", "accreditation.form.expires.missing");
        if (expires.date().filter(day -> day.isBefore(today)).isPresent())
            errors.rejectValue("expires", "accreditation.form.expires.past");
        if (about.filter(EvidenceKind::insurance).isPresent()) checkCover(errors);
    }

    private void checkCover(Errors errors) {
        if (errors.hasFieldErrors("cover")) return;
        if (money() == null) errors.rejectValue("cover", "accreditation.form.cover.missing");
        else if (EvidenceKind.LEAST_COVER.isMoreThan(money()))
            errors.rejectValue("cover", "accreditation.form.cover.little");
    }

    private void checkFile(Errors errors) {
        if (file == null || file.isEmpty()) errors.rejectValue("file", "accreditation.form.file.missing");
        else if (file.getSize() > EvidenceUpload.LARGEST) errors.rejectValue("file", "accreditation.form.file.large");
        else if (FileType.of(content()).isEmpty()) errors.rejectValue("file", "accreditation.form.file.type");
    }

    EvidenceUpload upload() {
        byte[] content = content();
        return new EvidenceUpload(
                chosen().orElseThrow(), FileType.of(content).orElseThrow(), content, expires.orNull(), money());
    }

    private byte[] content() {
        try {
            return Objects.requireNonNull(file).getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Money money() {
        String figures = cover.replaceAll("[^0-9.]", "");
        return figures.matches("[0-9]{1,10}(\\.[0-9]{2})?")
                        && chosen().filter(EvidenceKind::insurance).isPresent()
                ? Money.of(figures)
                : null;
    }
}
