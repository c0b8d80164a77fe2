package cymru.pontio.placements;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PlacementRepository extends Repository<Placement, UUID> {
    Placement saveAndFlush(Placement placement);

    boolean existsByRef(String ref);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Placement p where p.id = :id")
    Placement hold(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Placement p where p.awardId = :award")
    Optional<Placement> holdOfAward(UUID award);

    Optional<Placement> findByAwardId(UUID award);
}
