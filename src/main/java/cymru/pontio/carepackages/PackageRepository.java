package cymru.pontio.carepackages;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PackageRepository extends Repository<CarePackage, UUID> {
    CarePackage saveAndFlush(CarePackage carePackage);

    void flush();

    Optional<CarePackage> findById(UUID id);

    boolean existsByRef(String ref);

    /** With its calls, which whoever looks at it looks at too. */
    @Query("select p from CarePackage p left join fetch p.lines where p.ref = :ref")
    Optional<CarePackage> findByRef(String ref);

    /** Locked to the end of the transaction: whoever comes second sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from CarePackage p where p.ref = :ref")
    Optional<CarePackage> holdByRef(String ref);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from CarePackage p where p.id = :id")
    Optional<CarePackage> holdById(UUID id);

    @Query("select e.cover from CoverEvent e where e.carePackage.id = :id and e.effectiveAt <= :at"
            + " order by e.effectiveAt desc, e.id desc limit 1")
    Optional<Cover> coverAt(UUID id, Instant at);
}
