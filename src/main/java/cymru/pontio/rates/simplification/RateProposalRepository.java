package cymru.pontio.rates.simplification;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RateProposalRepository extends Repository<RateProposal, UUID> {
    RateProposal saveAndFlush(RateProposal proposal);

    boolean existsByRef(String ref);

    Optional<RateProposal> findByRef(String ref);

    @Query(
            "select p from RateProposal p order by case when p.status = PROPOSED then 0 else 1 end, p.proposedAt desc, p.id desc limit 50")
    List<RateProposal> latest();

    @Query("select count(p) from RateProposal p where p.status = PROPOSED")
    long open();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from RateProposal p where p.ref = :ref")
    Optional<RateProposal> held(String ref);
}
