package cymru.pontio.providers.embargo;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ImposedEmbargoRepository extends Repository<ImposedEmbargo, UUID> {
    ImposedEmbargo saveAndFlush(ImposedEmbargo embargo);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from ImposedEmbargo e where e.ref = :ref")
    Optional<ImposedEmbargo> hold(String ref);
}
