package cymru.pontio.matching;

import static cymru.pontio.providers.capacity.PartOfDay.BED;
import static cymru.pontio.providers.capacity.PartOfDay.LUNCH;
import static cymru.pontio.providers.capacity.PartOfDay.MORNING;
import static cymru.pontio.providers.capacity.PartOfDay.NIGHT;
import static cymru.pontio.providers.capacity.PartOfDay.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.providers.capacity.PartOfDay;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** In which parts of the day a call may begin. */
class AskedCallTests {
    /** Seeded fault: what is night at both ends is night all day. */
    @Test
    void aWindowTouchesEveryPartOfTheDayBetweenItsEnds() {
        parts("08:00", "10:00", MORNING);
        parts("08:00", "11:00", MORNING, LUNCH);
        parts("05:00", "07:00", NIGHT, MORNING);
        parts("00:00", "05:00", NIGHT);
        parts("18:00", "23:30", TEA, BED, NIGHT);
        parts("04:00", "23:30", MORNING, LUNCH, TEA, BED, NIGHT);
        parts("00:00", "23:59", MORNING, LUNCH, TEA, BED, NIGHT);
    }

    @Test
    void aWindowOfTheNightMayEndTheNextDay() {
        parts("22:00", "01:00", BED, NIGHT);
        parts("22:00", "07:00", BED, NIGHT, MORNING);
    }

    private static void parts(String from, String until, PartOfDay... parts) {
        AskedCall call = new AskedCall(
                UUID.randomUUID(),
                "MTWTFSS",
                Band.MORNING,
                LocalTime.parse(from),
                LocalTime.parse(until),
                30,
                1,
                false,
                WorkerGender.ANY);
        assertThat(call.parts()).as("%s to %s", from, until).containsExactlyInAnyOrder(parts);
    }
}
