package cymru.pontio.carepackages;

import cymru.pontio.site.Formats;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** History and task list as the shared parts of pages want them. */
@Component
class PackageTimeline {
    /** Recorded within this time counts as recorded at once. */
    private static final Duration AT_ONCE = Duration.ofMinutes(5);

    private final PackageModel pages;

    PackageTimeline(PackageModel pages) {
        this.pages = pages;
    }

    record Entry(
            String when, String who, String title, @Nullable String reason) {}

    record Task(
            String label,
            String url,
            String statusText,
            @Nullable String statusColour,
            @Nullable String hint) {}

    List<Entry> of(List<Overviews.Happening> history) {
        Formats formats = pages.formats();
        return history.stream().map(one -> entry(one, formats)).toList();
    }

    private static Entry entry(Overviews.Happening one, Formats formats) {
        boolean late = Duration.between(one.effective(), one.recorded()).compareTo(AT_ONCE) > 0;
        String when = formats.dateTime(one.effective());
        return new Entry(
                late ? formats.message("carepackages.history.late", when, formats.dateTime(one.recorded())) : when,
                one.who(),
                title(one, formats),
                reason(one, formats));
    }

    private static String title(Overviews.Happening one, Formats formats) {
        if (one.status() != null) return formats.label(one.status());
        if (one.notBegun() != null) return notBegun(one.notBegun(), one.newStart(), formats);
        return formats.message(
                "carepackages.history.cover",
                one.providerCares() ? formats.message("carepackages.cover.providerCares") : formats.label(one.cover()));
    }

    private static String notBegun(LocalDate day, @Nullable LocalDate newStart, Formats formats) {
        String due = formats.date(day);
        return newStart == null
                ? formats.message("carepackages.history.notBegun", due)
                : formats.message("carepackages.history.notBegun.until", due, formats.date(newStart));
    }

    private static @Nullable String reason(Overviews.Happening one, Formats formats) {
        String reason = one.reason();
        if (reason == null || one.status() == null) return reason;
        Stream<Enum<?>> codes = one.status() == PackageStatus.WITHDRAWN
                ? Arrays.stream(WithdrawalReason.values())
                : Stream.concat(Arrays.stream(CareEnd.values()), Arrays.stream(BackToMarket.values()));
        return codes.filter(code -> code.name().equals(reason))
                .findFirst()
                .map(formats::label)
                .orElse(reason);
    }

    /** One line a section, in the order in which it is asked. */
    List<Task> tasks(PackageView view, List<Missing> missing) {
        Formats formats = pages.formats();
        Set<Section> open = missing.stream().map(Missing::section).collect(Collectors.toSet());
        return Arrays.stream(Section.values())
                .map(section -> new Task(
                        formats.label(section),
                        "/packages/" + view.ref() + "/" + section.path(),
                        formats.message(open.contains(section) ? "carepackages.task.open" : "carepackages.task.done"),
                        open.contains(section) ? "orange" : null,
                        null))
                .toList();
    }
}
