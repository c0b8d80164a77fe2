package cymru.pontio.carepackages;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody on the waiting list.
 *
 * @param daysGross days of the calendar since the first approval
 * @param daysNet the same without those on hold
 */
record WaitingRow(
        String ref,
        UUID team,
        String areaEn,
        String areaCy,
        WaitingStatus status,
        int userMinutes,
        int carerMinutes,
        LocalDate since,
        int daysGross,
        int daysNet) {}
