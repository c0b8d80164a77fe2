package cymru.pontio.bidding;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** That a bid was taken back: by whom, when and why. */
@Embeddable
record Withdrawal(
        @Column(name = "withdrawn_by") UUID by,
        @Column(name = "withdrawn_at") Instant at,

        @Column(name = "withdrawn_reason") @Enumerated(EnumType.STRING)
        WithdrawalReason reason) {}
