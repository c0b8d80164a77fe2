package cymru.pontio.providers.microenterprises;

import cymru.pontio.providers.CareService;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the register is narrowed to; nonsense narrows nothing. */
record MicroFilter(String state, String help, String patch, String welsh) {
    MicroFilter(@Nullable String state, @Nullable String help, @Nullable String patch, @Nullable String welsh) {
        this.state = known(MicroState.values(), state);
        this.help = known(CareService.values(), help);
        this.patch = Objects.requireNonNullElse(patch, "");
        this.welsh = "yes".equals(welsh) ? "yes" : "";
    }

    private static String known(Enum<?>[] constants, @Nullable String typed) {
        return Arrays.stream(constants)
                .map(Enum::name)
                .filter(name -> name.equals(typed))
                .findFirst()
                .orElse("");
    }
}
