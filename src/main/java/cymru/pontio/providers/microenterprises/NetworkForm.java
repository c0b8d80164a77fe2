package cymru.pontio.providers.microenterprises;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a network is called. */
record NetworkForm(
        @NotBlank(message = "{microenterprises.network.name.missing}")
        @Size(max = 100, message = "{microenterprises.network.name.long}")
        String name) {
    NetworkForm(@Nullable String name) {
        this.name = Typed.text(name).replaceAll("\\s+", " ");
    }
}
