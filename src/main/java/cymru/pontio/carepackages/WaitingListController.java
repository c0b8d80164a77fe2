package cymru.pontio.carepackages;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import cymru.pontio.site.WrongFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The waiting list on any day, as a page and as a file. */
@Controller
class WaitingListController {
    private static final String PAGE = "carepackages/waiting-list";

    private final WaitingList waiting;
    private final Areas areas;
    private final MessageSource messages;

    WaitingListController(WaitingList waiting, Areas areas, MessageSource messages) {
        this.waiting = waiting;
        this.areas = areas;
        this.messages = messages;
    }

    @GetMapping("/waiting-list")
    String show(
            Actor actor, @ModelAttribute("asked") WaitingForm asked, BindingResult errors, Locale locale, Model model) {
        Instant now = waiting.now();
        LocalDate today = Zone.dayOf(now);
        Formats formats = new Formats(messages, locale);
        model.addAttribute("areas", areas.choices(formats));
        model.addAttribute("statuses", formats.choices(WaitingStatus.values()));
        model.addAttribute("today", today);
        model.addAttribute("mayPlan", actor.isAny(Role.BROKER, Role.COMMISSIONER));
        asked.check(errors, now);
        if (errors.hasErrors()) return PAGE;
        WaitingList.Question question = question(asked, today);
        model.addAttribute("question", question);
        model.addAttribute("answer", waiting.ask(actor, question));
        return PAGE;
    }

    @GetMapping("/waiting-list.csv")
    ResponseEntity<byte[]> file(Actor actor, @ModelAttribute("asked") WaitingForm asked, BindingResult errors) {
        Instant now = waiting.now();
        asked.check(errors, now);
        WrongFilter.mustBeNone(errors);
        WaitingList.Question question = question(asked, Zone.dayOf(now));
        WaitingList.Answer answer = waiting.ask(actor, question);
        // A file without rows would say that nobody waits.
        if (!answer.rowsForReader()) throw new NotFound();
        Csv csv = new Csv("package_ref", "area", "status", "hours_per_week", "waiting_since", "days_gross", "days_net");
        for (WaitingRow row : answer.rows())
            csv.row(
                    row.ref(),
                    row.areaEn(),
                    row.status(),
                    Csv.hours(row.userMinutes()),
                    row.since(),
                    row.daysGross(),
                    row.daysNet());
        return csv.download("waiting-list-" + question.on() + ".csv");
    }

    private WaitingList.Question question(WaitingForm asked, LocalDate today) {
        areas.mustKnow(asked.area());
        return asked.question(today);
    }
}
