package cymru.pontio.rates;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RateChangeRepository extends Repository<RateChange, UUID> {
    RateChange saveAndFlush(RateChange change);

    boolean existsByRef(String ref);

    Optional<RateChange> findByRef(String ref);

    @Query(
            "select c from RateChange c order by case when c.status = PROPOSED then 0 else 1 end, c.proposedAt desc, c.id desc limit 100")
    List<RateChange> latest();

    @Query("select count(c) from RateChange c where c.status = PROPOSED")
    long open();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from RateChange c where c.ref = :ref")
    Optional<RateChange> held(String ref);
}
