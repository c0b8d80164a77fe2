package cymru.pontio.providers.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files as the regulators publish them, and as people break them. */
final class RegisterSamples {
    private RegisterSamples() {}

    static byte[] bytes(String name) {
        try (InputStream in = RegisterSamples.class.getResourceAsStream("/register/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same file with other numbers, so that tests do not meet in one register. */
    static byte[] bytes(String name, String from, String to) {
        return new String(bytes(name), StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    static ReadRegister read(String name) {
        return ReadRegister.of(bytes(name), Regulator.CIW);
    }
}
