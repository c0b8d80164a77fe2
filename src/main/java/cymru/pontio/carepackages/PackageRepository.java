package cymru.pontio.carepackages;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
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

    /**
     * An award that waits, or a placement that has calls of the package, through the views their room keeps: as long as there
     * is one, nobody writes the package anew.
     */
    @NativeQuery("""
            select a.ref from placements.report_open_award a where a.care_package_id = :id
            union all
            select p.ref from placements.report_standing_line l join placements.report_placement p on p.id = l.placement_id
            where l.care_package_id = :id
            order by 1 limit 1""")
    Optional<String> takenBy(UUID id);

    @Query("select e.cover from CoverEvent e where e.carePackage.id = :id and e.effectiveAt <= :at"
            + " order by e.effectiveAt desc, e.id desc limit 1")
    Optional<Cover> coverAt(UUID id, Instant at);

    @Query("select e from CoverEvent e where e.carePackage.id = :id order by e.effectiveAt desc, e.id desc limit 1")
    Optional<CoverEvent> lastCover(UUID id);
}
