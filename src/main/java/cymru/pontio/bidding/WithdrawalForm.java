package cymru.pontio.bidding;

import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a bid is taken back, as chosen. */
record WithdrawalForm(
        @Pattern(regexp = "NO_CAPACITY|OTHER_WORK|MISTAKE|OTHER", message = "{bidding.withdrawal.reason.missing}")
        String reason) {
    WithdrawalForm(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    static WithdrawalForm blank() {
        return new WithdrawalForm("");
    }

    WithdrawalReason chosen() {
        return WithdrawalReason.valueOf(reason);
    }
}
