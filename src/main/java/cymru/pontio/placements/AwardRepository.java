package cymru.pontio.placements;

import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AwardRepository extends Repository<Award, UUID> {
    Award saveAndFlush(Award award);

    boolean existsByRef(String ref);

    Award findByRef(String ref);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Award a where a.id = :id")
    Award hold(UUID id);
}
