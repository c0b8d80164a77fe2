package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.providers.CareService;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Micro-enterprises that share packages, and who does which part of each.
 *
 * @param beyond members that share the personal care of more packages than they have people: somebody's help ended, and the
 *     part did not
 */
record Network(UUID id, String name, List<Member> members, List<Share> shares, List<Beyond> beyond) {

    /** @param people in personal care tomorrow, as recorded */
    record Beyond(String name, int people, int packages) {}

    record Member(UUID id, UUID micro, String ref, String name, DateRange days) {
        public boolean belongs(LocalDate day) {
            return days.contains(day);
        }

        public @Nullable LocalDate lastDay() {
            return days.until() == null ? null : days.until().minusDays(1);
        }
    }

    /**
     * @param days digits of the week, Monday is 1
     * @param ending today is its last day
     */
    record Share(UUID id, String packageRef, String microName, CareService help, String days, boolean ending) {}

    public List<Member> now(LocalDate day) {
        return members.stream().filter(one -> one.belongs(day)).toList();
    }

    public String names(LocalDate day) {
        return now(day).stream().map(Member::name).collect(Collectors.joining(", "));
    }
}
