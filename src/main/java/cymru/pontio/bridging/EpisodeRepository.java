package cymru.pontio.bridging;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EpisodeRepository extends Repository<Episode, UUID> {
    Episode saveAndFlush(Episode episode);

    void flush();

    boolean existsByRef(String ref);

    Optional<Episode> findByRef(String ref);

    /** Locked to the end of the transaction: whoever comes second sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Episode e where e.ref = :ref")
    Optional<Episode> holdByRef(String ref);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Episode e where e.carePackageId = :carePackage and e.status in (REQUESTED, ACTIVE)")
    Optional<Episode> holdLive(UUID carePackage);
}
