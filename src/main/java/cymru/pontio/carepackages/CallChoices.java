package cymru.pontio.carepackages;

import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The answers a call can have, in the reader's language. */
@Component
class CallChoices {
    private final MessageSource messages;

    CallChoices(MessageSource messages) {
        this.messages = messages;
    }

    Map<String, List<Choice>> of(Locale locale) {
        Formats formats = new Formats(messages, locale);
        return Map.of(
                "days",
                        IntStream.rangeClosed(1, 7)
                                .mapToObj(day -> new Choice("" + day, formats.message("carepackages.day." + day)))
                                .toList(),
                "bands", formats.choices(Band.values()),
                "workers",
                        List.of(
                                new Choice("1", formats.message("carepackages.workers.1")),
                                new Choice("2", formats.message("carepackages.workers.2"))),
                "yesNo",
                        List.of(
                                new Choice("yes", formats.message("carepackages.call.timeCritical.yes")),
                                new Choice("no", formats.message("carepackages.call.timeCritical.no"))),
                "tiers", formats.choices(Tier.values()),
                "shortReasons", formats.choices(ShortReason.values()),
                "genders", formats.choices(WorkerGender.values()));
    }
}
