package cymru.pontio.providers.accreditation;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProposalRepository extends Repository<Proposal, UUID> {
    Proposal saveAndFlush(Proposal proposal);

    @Query("select p from Proposal p where p.providerId = :provider and p.outcome is null")
    Optional<Proposal> open(UUID provider);

    /** Whatever became of it, as long as it is about this provider. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Proposal p where p.id = :id and p.providerId = :provider")
    Optional<Proposal> held(UUID id, UUID provider);
}
