package cymru.pontio.providers.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which regulator is the council's own, and which entries belong to a provider by the number it gave. */
@Component
class EntryLinks {
    private final JdbcClient jdbc;
    private final ObjectProvider<RegistrationNumbers> numbers;
    private final Regulator own;

    EntryLinks(
            JdbcClient jdbc,
            ObjectProvider<RegistrationNumbers> numbers,
            @Value("${pontio.regulator:CIW}") Regulator own) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.own = own;
    }

    private record Loose(UUID id, String registration, String providerRegistration) {}

    Regulator own() {
        return own;
    }

    /** Links what nobody has linked; what a commissioner has linked stays. */
    void byNumber(Instant now) {
        List<RegistrationNumbers> sources = numbers.stream().toList();
        if (sources.isEmpty()) return;
        List<Loose> loose = jdbc.sql("""
                select id, registration, provider_registration from providers.register_entry
                where provider_id is null and vanished_on is null""").query(Loose.class).list();
        for (Loose one : loose) {
            Optional<UUID> provider = Stream.of(one.registration(), one.providerRegistration())
                    .filter(number -> !number.isEmpty())
                    .flatMap(number -> sources.stream().flatMap(source -> source.providerWith(number).stream()))
                    .findFirst();
            provider.ifPresent(id -> link(one.id(), id, now));
        }
    }

    private void link(UUID entry, UUID provider, Instant now) {
        jdbc.sql(
                        "update providers.register_entry set provider_id = ?, linked_by = 'REGISTRATION', linked_at = ? where id = ?")
                .params(provider, Timestamp.from(now), entry)
                .update();
    }
}
