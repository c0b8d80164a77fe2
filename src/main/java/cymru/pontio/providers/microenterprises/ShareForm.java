package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.providers.CareService;
import jakarta.validation.constraints.NotEmpty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Which part of which package a member does, and on which days. */
record ShareForm(
        String packageRef,
        String member,
        String help,

        @NotEmpty(message = "{microenterprises.share.days.missing}")
        List<String> days) {
    ShareForm(
            @Nullable String packageRef, @Nullable String member, @Nullable String help, @Nullable List<String> days) {
        this.packageRef = Typed.text(packageRef);
        this.member = Objects.requireNonNullElse(member, "");
        this.help = Objects.requireNonNullElse(help, "");
        this.days = Typed.list(days);
    }

    static ShareForm blank() {
        return new ShareForm("", "", "", List.of());
    }

    void check(Network network, LocalDate today, Errors errors) {
        if (!isReference(packageRef)) errors.rejectValue("packageRef", "microenterprises.share.packageRef.wrong");
        if (network.now(today).stream().noneMatch(one -> one.id().toString().equals(member)))
            errors.rejectValue("member", "microenterprises.share.member.missing");
        if (Typed.constant(CareService.class, help).isEmpty())
            errors.rejectValue("help", "microenterprises.share.help.missing");
        if (!days.stream().allMatch(day -> day.matches("[1-7]")))
            errors.rejectValue("days", "microenterprises.share.days.missing");
    }

    UUID memberId() {
        return UUID.fromString(member);
    }

    CareService chosen() {
        return CareService.valueOf(help);
    }

    Set<Integer> digits() {
        return days.stream().map(Integer::valueOf).collect(Collectors.toSet());
    }

    private static boolean isReference(String typed) {
        try {
            return !Reference.parse("PKG", typed).isEmpty();
        } catch (NotFound e) {
            return false;
        }
    }
}
