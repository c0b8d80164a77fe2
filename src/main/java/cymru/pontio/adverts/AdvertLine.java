package cymru.pontio.adverts;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.ShortReason;
import cymru.pontio.carepackages.Tier;
import cymru.pontio.carepackages.WorkerGender;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call as advertised; the tasks in the social worker's words stay in the package.
 *
 * @param callLine the line of the package it was made from
 */
public record AdvertLine(
        UUID id,
        UUID callLine,
        int position,
        String days,
        Band band,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        int minutes,
        int workers,
        boolean timeCritical,
        Tier tier,
        @Nullable ShortReason shortReason,
        WorkerGender workerGender) {}
