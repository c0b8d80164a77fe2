package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.providers.CareService;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Micro-enterprises that share packages, and who does which part of each. */
record Network(UUID id, String name, List<Member> members, List<Share> shares) {

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

    public long packages() {
        return shares.stream().map(Share::packageRef).distinct().count();
    }
}
