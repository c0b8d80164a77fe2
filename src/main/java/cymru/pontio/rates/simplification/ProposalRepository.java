package cymru.pontio.rates.simplification;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProposalRepository extends Repository<Proposal, UUID> {
    Proposal saveAndFlush(Proposal proposal);

    boolean existsByRef(String ref);

    Optional<Proposal> findByRef(String ref);

    @Query(
            "select p from Proposal p order by case when p.status = PROPOSED then 0 else 1 end, p.proposedAt desc, p.id desc limit 50")
    List<Proposal> latest();

    @Query("select count(p) from Proposal p where p.status = PROPOSED")
    long open();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Proposal p where p.ref = :ref")
    Optional<Proposal> held(String ref);
}
