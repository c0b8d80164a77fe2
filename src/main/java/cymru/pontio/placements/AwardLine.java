package cymru.pontio.placements;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call the award is about; a window of its own where the provider offered another than was asked. */
@Embeddable
record AwardLine(
        @Column(name = "call_line_id") UUID callLine,
        @Column(name = "window_from") @Nullable LocalTime from,
        @Column(name = "window_to") @Nullable LocalTime until) {}
