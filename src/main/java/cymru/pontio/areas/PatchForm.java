package cymru.pontio.areas;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A patch as a commissioner types it. */
record PatchForm(
        @NotBlank(message = "{areas.form.nameEn.missing}")
        @Size(max = 80, message = "{areas.form.name.long}")
        @Pattern(regexp = "(?U)[\\p{L} ’'&,.-]*", message = "{areas.form.name.letters}")
        String nameEn,

        @NotBlank(message = "{areas.form.nameCy.missing}")
        @Size(max = 80, message = "{areas.form.name.long}")
        @Pattern(regexp = "(?U)[\\p{L} ’'&,.-]*", message = "{areas.form.name.letters}")
        String nameCy,

        Set<String> communities,
        String rest,

        @Size(max = 200, message = "{areas.form.codes.long}")
        String codes,

        @Size(max = 200, message = "{areas.form.codes.long}")
        String partly,

        @Pattern(
                regexp = "|([0-6]?[0-9]{1,2}|700) ([0-9]{1,3}|1[0-2][0-9]{2}|1300)",
                message = "{areas.form.centre.grid}")
        String centre,

        @NotBlank(message = "{areas.form.reason.missing}") @Size(max = 500, message = "{areas.form.reason.long}")
        String reason,

        String seen) {
    PatchForm {
        nameEn = text(nameEn);
        nameCy = text(nameCy);
        communities = communities == null ? Set.of() : new LinkedHashSet<>(communities);
        rest = text(rest);
        codes = text(codes);
        partly = text(partly);
        centre = text(centre).strip().replaceAll("[ ,]+", " ");
        reason = text(reason);
        seen = text(seen);
    }

    static PatchForm blank(long seen) {
        return new PatchForm("", "", Set.of(), "", "", "", "", "", "" + seen);
    }

    static PatchForm of(PatchView patch) {
        return new PatchForm(
                patch.locality().nameEn(),
                patch.locality().nameCy(),
                patch.communities().stream().map(Community::code).collect(Collectors.toCollection(LinkedHashSet::new)),
                "",
                codes(patch, false),
                codes(patch, true),
                patch.centre(),
                "",
                "" + patch.seen());
    }

    /** What depends on the other patches. @param patch none for a new one */
    void check(@Nullable PatchView patch, List<Community> all, Set<String> others, Errors errors) {
        Set<String> known = all.stream().map(Community::code).collect(Collectors.toSet());
        if (patch == null && communities.isEmpty()) errors.rejectValue("communities", "areas.form.communities.missing");
        if (!known.containsAll(communities)) errors.rejectValue("communities", "areas.form.communities.unknown");
        boolean gives =
                patch != null && patch.communities().stream().anyMatch(one -> !communities.contains(one.code()));
        if (gives && !others.contains(rest)) errors.rejectValue("rest", "areas.form.rest.missing");
        mustBeCodes("codes", OutwardCode.parse(codes, false), errors);
        mustBeCodes("partly", OutwardCode.parse(partly, true), errors);
        Set<String> whole =
                OutwardCode.parse(codes, false).stream().map(OutwardCode::code).collect(Collectors.toSet());
        OutwardCode.parse(partly, true).stream()
                .filter(one -> whole.contains(one.code()))
                .findFirst()
                .ifPresent(
                        one -> errors.rejectValue("partly", "areas.form.codes.twice", new Object[] {one.code()}, null));
    }

    private static void mustBeCodes(String field, List<OutwardCode> codes, Errors errors) {
        codes.stream()
                .filter(one -> !one.wellFormed())
                .findFirst()
                .ifPresent(one -> errors.rejectValue(field, "areas.form.codes.form", new Object[] {one.code()}, null));
    }

    PatchTerms toTerms() {
        List<OutwardCode> both = new ArrayList<>(OutwardCode.parse(codes, false));
        both.addAll(OutwardCode.parse(partly, true));
        return new PatchTerms(
                nameEn.strip(),
                nameCy.strip(),
                Set.copyOf(communities),
                both,
                centre,
                rest,
                reason.strip(),
                seenNumber(seen));
    }

    /** Anything but a number has seen nothing. */
    static long seenNumber(String typed) {
        return typed.matches("\\d{1,15}") ? Long.parseLong(typed) : -1;
    }

    private static String codes(PatchView patch, boolean partly) {
        return patch.codes().stream()
                .filter(one -> one.partly() == partly)
                .map(OutwardCode::code)
                .collect(Collectors.joining(", "));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
