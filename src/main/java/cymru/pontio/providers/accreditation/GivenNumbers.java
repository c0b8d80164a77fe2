package cymru.pontio.providers.accreditation;

import cymru.pontio.providers.register.RegistrationNumbers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The numbers that providers gave when they applied and two commissioners checked. One that somebody merely claims, or that
 * two gave, links nothing: that is for a commissioner to say.
 */
@Component
class GivenNumbers implements RegistrationNumbers {
    private final JdbcClient jdbc;

    GivenNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<UUID> providerWith(String registration) {
        List<UUID> known = jdbc.sql("""
                select p.provider_id from providers.application p join providers.accreditation a using (provider_id)
                where p.registration_number = ? and a.state in ('ACCREDITED', 'CONDITIONAL')""").param(registration).query(UUID.class).list();
        return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
    }
}
