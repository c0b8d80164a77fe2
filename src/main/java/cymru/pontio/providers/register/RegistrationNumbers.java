package cymru.pontio.providers.register;

import java.util.Optional;
import java.util.UUID;

/**
 * Where providers' registration numbers are known from, like accreditation: a bean for each source. An entry of the
 * register that nobody has linked is linked to the provider that gave its number.
 */
public interface RegistrationNumbers {
    /** @param registration of the service or of its provider, in capitals as the regulator writes it */
    Optional<UUID> providerWith(String registration);
}
