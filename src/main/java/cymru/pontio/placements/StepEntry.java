package cymru.pontio.placements;

import cymru.pontio.site.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of an award in the words of the reader, as the timeline shows it. */
record StepEntry(
        String when, String who, String title, @Nullable String reason) {
    static List<StepEntry> of(List<AwardView.Step> steps, Formats formats) {
        return steps.stream()
                .map(step -> new StepEntry(
                        formats.dateTime(step.at()),
                        step.by(),
                        formats.message("placements.step." + step.event()),
                        step.reason()))
                .toList();
    }
}
