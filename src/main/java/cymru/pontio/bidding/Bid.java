package cymru.pontio.bidding;

import static cymru.pontio.bidding.BidStatus.SELECTED;
import static cymru.pontio.bidding.BidStatus.SET_ASIDE;
import static cymru.pontio.bidding.BidStatus.SUBMITTED;
import static cymru.pontio.bidding.BidStatus.SUCCESSFUL;
import static cymru.pontio.bidding.BidStatus.UNSUCCESSFUL;
import static cymru.pontio.bidding.BidStatus.WITHDRAWN;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Money;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A provider’s offer for one round. Its terms may change until the deadline, afterwards only where it stands. */
@Entity
@Table(schema = "bidding", name = "bid")
class Bid {
    @Id
    private UUID id;

    private String ref;
    private UUID advertId;
    private UUID providerId;

    @Enumerated(EnumType.STRING)
    private BidStatus status;

    private BigDecimal rate;
    private @Nullable String exceptionalReason;
    private LocalDate startOn;

    @Enumerated(EnumType.STRING)
    private Coverage coverage;

    private boolean welshOffered;
    private String note;
    private String language;

    @ElementCollection
    @CollectionTable(schema = "bidding", name = "bid_line", joinColumns = @JoinColumn(name = "bid_id"))
    private List<BidLine> lines = new ArrayList<>();

    private @Nullable UUID bundleBidId;

    private UUID submittedBy;
    private Instant submittedAt;
    private @Nullable UUID amendedBy;
    private @Nullable Instant amendedAt;

    @Embedded
    private @Nullable Withdrawal withdrawal;

    @Version
    private @Nullable Long version;

    protected Bid() {}

    static Bid submit(BidRef ref, Actor by, AdvertFacts advert, BidTerms terms, Instant at) {
        return submit(ref, by, advert, terms, at, null);
    }

    /** @param bundleBid the bids it is made with; none for a bid by itself */
    static Bid submit(BidRef ref, Actor by, AdvertFacts advert, BidTerms terms, Instant at, @Nullable UUID bundleBid) {
        Bid bid = new Bid();
        bid.id = Ids.next();
        bid.ref = ref.value();
        bid.advertId = advert.id().value();
        bid.providerId = by.organisation();
        bid.status = SUBMITTED;
        bid.bundleBidId = bundleBid;
        bid.take(terms, advert);
        bid.submittedBy = by.userId();
        bid.submittedAt = at;
        return bid;
    }

    void amend(Actor by, AdvertFacts advert, BidTerms terms, Instant at) {
        status.require("bidding.error.notAmendable", SUBMITTED);
        take(terms, advert);
        amendedBy = by.userId();
        amendedAt = at;
    }

    void withdraw(Actor by, WithdrawalReason reason, Instant at) {
        status.require("bidding.error.notWithdrawable", SUBMITTED);
        status = WITHDRAWN;
        withdrawal = new Withdrawal(by.userId(), at, reason);
    }

    /** The provider may no longer be offered work. */
    void setAside() {
        status.require("bidding.error.notStanding", SUBMITTED);
        status = SET_ASIDE;
    }

    void select() {
        status.require("bidding.error.notStanding", SUBMITTED);
        status = SELECTED;
    }

    /** The offer was declined, ran out or was taken back. */
    void passOver() {
        status.require("bidding.error.notSelected", SELECTED, SUCCESSFUL);
        status = UNSUCCESSFUL;
    }

    void win() {
        status.require("bidding.error.notSelected", SELECTED);
        status = SUCCESSFUL;
    }

    void lose() {
        status.require("bidding.error.notStanding", SUBMITTED);
        status = UNSUCCESSFUL;
    }

    private void take(BidTerms terms, AdvertFacts advert) {
        rate = terms.rate().pounds();
        exceptionalReason = terms.exceptional();
        startOn = terms.start();
        coverage = Coverage.of(terms.lines(), advert.lines().size());
        lines.clear();
        lines.addAll(terms.lines());
        welshOffered = terms.welshOffered();
        note = terms.note();
        language = terms.language();
    }

    UUID id() {
        return id;
    }

    BidRef ref() {
        return new BidRef(ref);
    }

    AdvertId advert() {
        return new AdvertId(advertId);
    }

    UUID provider() {
        return providerId;
    }

    BidStatus status() {
        return status;
    }

    Coverage coverage() {
        return coverage;
    }

    BidTerms terms() {
        return new BidTerms(new Money(rate), exceptionalReason, startOn, lines, welshOffered, note, language);
    }

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant amendedAt() {
        return amendedAt;
    }

    @Nullable
    Withdrawal withdrawal() {
        return withdrawal;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
