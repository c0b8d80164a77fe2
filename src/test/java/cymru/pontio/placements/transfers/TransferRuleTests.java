package cymru.pontio.placements.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.placements.PlacementStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransferRuleTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void whatWasAcceptedOnlyTogetherMovesTogetherUntilItBegins() {
        UUID together = UUID.randomUUID();
        Held one = held("PLC-0001-1", PlacementStatus.PENDING_START, together);
        Held other = held("PLC-0002-2", PlacementStatus.PENDING_START, together);
        Held begun = held("PLC-0003-3", PlacementStatus.LIVE, together);
        Held alone = held("PLC-0004-4", PlacementStatus.PENDING_START, null);
        List<Held> all = List.of(one, other, begun, alone);
        assertThat(Leavings.torn(all, List.of(one.ref()))).containsExactly(other);
        assertThat(Leavings.torn(all, List.of(one.ref(), other.ref()))).isEmpty();
        assertThat(Leavings.torn(all, List.of(begun.ref(), alone.ref()))).isEmpty();
    }

    @Test
    void howFarItIsFollowsFromWhatStandsFurthest() {
        assertThat(moved(3, null, null, null).state()).isEqualTo(Moved.State.NOBODY);
        assertThat(moved(3, null, null, "ADV").state()).isEqualTo(Moved.State.ADVERTISED);
        assertThat(moved(3, null, null, "CLOSED").state()).isEqualTo(Moved.State.TO_DECIDE);
        assertThat(moved(3, null, "AWD", "ADV").state()).isEqualTo(Moved.State.OFFERED);
        assertThat(moved(0, "Bwthyn", null, null).state())
                .as("seeded fault: transferred as soon as somebody has accepted")
                .isEqualTo(Moved.State.AGREED);
        assertThat(moved(0, "Bwthyn", null, null, true).state()).isEqualTo(Moved.State.TRANSFERRED);
        Moved part = moved(1, "Bwthyn", null, null);
        assertThat(part.state()).isEqualTo(Moved.State.NOBODY);
        assertThat(part.part()).isTrue();
    }

    @Test
    void daysBetweenTheOldAndTheNewAreTold() {
        Moved late = moved(0, "Bwthyn", null, null);
        assertThat(late.gap()).isTrue();
        assertThat(late.overdue(TODAY)).isFalse();
        assertThat(late.overdue(TODAY.plusDays(4))).isTrue();
    }

    private static Held held(String ref, PlacementStatus status, @Nullable UUID together) {
        return new Held(
                new PlacementRef(ref),
                UUID.randomUUID(),
                "PKG",
                UUID.randomUUID(),
                "AWD",
                false,
                together,
                "newtown",
                status,
                TODAY,
                null,
                60,
                60,
                "17",
                List.of(Band.MORNING),
                0);
    }

    /** The old provider's last day is in three days; the next begins in ten. */
    private static Moved moved(int left, @Nullable String takes, @Nullable String award, @Nullable String advert) {
        return moved(left, takes, award, advert, false);
    }

    private static Moved moved(
            int left, @Nullable String takes, @Nullable String award, @Nullable String advert, boolean gone) {
        return new Moved(
                "PLC",
                "PKG",
                UUID.randomUUID(),
                "newtown",
                60,
                60,
                false,
                left,
                takes,
                takes == null ? null : TODAY.plusDays(10),
                award,
                advert,
                advert == null ? null : Instant.EPOCH,
                "CLOSED".equals(advert),
                TODAY.plusDays(4),
                gone,
                Cover.LEAVING,
                false);
    }
}
