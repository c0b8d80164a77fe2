package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.NotFound;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AdmissionRepository extends Repository<Admission, UUID> {
    Admission saveAndFlush(Admission admission);

    @Query("select a from Admission a where a.providerId = :provider")
    Optional<Admission> find(UUID provider);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Admission a where a.providerId = :provider")
    Optional<Admission> findHeld(UUID provider);

    /** Nobody else changes this provider's place until the transaction ends. */
    default Admission hold(UUID provider) {
        return findHeld(provider).orElseThrow(NotFound::new);
    }

    @Query(nativeQuery = true, value = "select clock_timestamp()")
    Instant now();
}
