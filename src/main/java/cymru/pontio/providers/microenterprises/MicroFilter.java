package cymru.pontio.providers.microenterprises;

import cymru.pontio.providers.CareService;
import cymru.pontio.site.OneOf;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the register is narrowed to. */
record MicroFilter(String state, String help, String patch, String welsh) {
    MicroFilter(@Nullable String state, @Nullable String help, @Nullable String patch, @Nullable String welsh) {
        this.state = OneOf.of(state, MicroState.values());
        this.help = OneOf.of(help, CareService.values());
        this.patch = Objects.requireNonNullElse(patch, "");
        this.welsh = OneOf.of(welsh, List.of("yes"));
    }
}
