package cymru.pontio.bidding;

import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.RuleBroken;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Bids, found only by those who may find them: through the provider, or through the round once it is open. */
interface BidRepository extends Repository<Bid, UUID> {
    SecureRandom RANDOM = new SecureRandom();

    Bid saveAndFlush(Bid bid);

    @Query("select b from Bid b where b.ref = :ref and b.providerId = :provider")
    Optional<Bid> own(String ref, UUID provider);

    @Query("select b from Bid b where b.advertId = :advert and b.providerId = :provider and b.status <> WITHDRAWN")
    Optional<Bid> live(UUID advert, UUID provider);

    @Query("select b from Bid b where b.ref = :ref and b.advertId = :advert and b.status = WITHDRAWN")
    Optional<Bid> withdrawn(String ref, UUID advert);

    @Query("select b from Bid b where b.advertId = :advert and b.status = :status order by b.id")
    List<Bid> ofRound(UUID advert, BidStatus status);

    @Query("select b from Bid b where b.advertId = :advert and b.status <> WITHDRAWN order by b.id")
    List<Bid> ofRound(UUID advert);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Bid b where b.id = :id")
    Optional<Bid> held(UUID id);

    /** The room of the placements keeps a view for it. */
    @Query(nativeQuery = true, value = "select status from placements.report_fallen_offer where bid_id = :bid")
    Optional<Fallen> fallen(UUID bid);

    boolean existsByRef(String ref);

    default BidRef freeRef() {
        return Reference.free(() -> BidRef.random(RANDOM), ref -> existsByRef(ref.value()));
    }

    /** Two colleagues at once both find no bid yet; the unique index lets one of them through. */
    default Bid keep(Bid bid) {
        try {
            saveAndFlush(bid);
        } catch (DataIntegrityViolationException lost) {
            if (!lost.getMostSpecificCause().toString().contains("bid_one_live")) throw lost;
            throw new RuleBroken("bidding.error.alreadyBid");
        }
        keepRevision(bid.id());
        return bid;
    }

    /** The database’s clock, which decides what came before the deadline. */
    @Query(nativeQuery = true, value = "select clock_timestamp()")
    Instant now();

    /** Writes the terms down as they stand now. */
    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
            insert into bidding.bid_revision (bid_id, at, by_account, terms)
            select b.id, coalesce(b.amended_at, b.submitted_at), coalesce(b.amended_by, b.submitted_by),
                   jsonb_build_object('rate', b.rate, 'exceptional', b.exceptional_reason, 'start', b.start_on, 'coverage', b.coverage,
                       'welsh', b.welsh_offered, 'note', b.note, 'language', b.language,
                       'lines', (select jsonb_agg(to_jsonb(l) - 'bid_id' order by l.advert_line_id)
                                 from bidding.bid_line l where l.bid_id = b.id))
            from bidding.bid b where b.id = :bid""")
    void keepRevision(UUID bid);
}
