package cymru.pontio.audit;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import cymru.pontio.site.WrongFilter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit: changes, readings, and whether both are as they were written. */
@Controller
class AuditController {
    private final AuditLog log;
    private final Integrity integrity;
    private final MessageSource messages;

    AuditController(AuditLog log, Integrity integrity, MessageSource messages) {
        this.log = log;
        this.integrity = integrity;
        this.messages = messages;
    }

    @ModelAttribute("words")
    AuditWords words(Locale locale) {
        return new AuditWords(messages, locale);
    }

    @GetMapping("/audit")
    String entries(
            Actor actor,
            @ModelAttribute("filter") AuditFilter filter,
            BindingResult errors,
            @ModelAttribute("words") AuditWords words,
            Model model) {
        filter.check(errors);
        var slice = errors.hasErrors() ? Slice.<AuditLog.Entry>none() : log.entries(actor, filter, AuditLog.PAGE);
        model.addAttribute("slice", slice);
        model.addAttribute("names", log.namesIn(actor, slice.rows(), AuditLog.Entry::who));
        model.addAttribute("kinds", words.choices(log.actions(actor), words::action));
        return "audit/entries";
    }

    @GetMapping("/audit.csv")
    ResponseEntity<byte[]> entriesFile(
            Actor actor,
            @ModelAttribute("filter") AuditFilter filter,
            BindingResult errors,
            @ModelAttribute("words") AuditWords words) {
        filter.check(errors);
        WrongFilter.mustBeNone(errors);
        var rows = log.entries(actor, filter, AuditLog.FILE).rows();
        Map<UUID, String> names = log.namesIn(actor, rows, AuditLog.Entry::who);
        Csv csv =
                new Csv("id", "at", "account", "name", "roles", "action", "action_code", "subject", "reason", "facts");
        for (var row : rows)
            csv.row(
                    row.id(),
                    row.at(),
                    row.who(),
                    names.get(row.who()),
                    words.roles(row.roles()),
                    words.action(row.action()),
                    row.action(),
                    row.subject(),
                    row.reason(),
                    row.facts().isEmpty() ? "" : row.facts());
        return csv.download("audit.csv");
    }

    @GetMapping("/audit/readings")
    String readings(
            Actor actor,
            @ModelAttribute("filter") AuditFilter filter,
            BindingResult errors,
            @ModelAttribute("words") AuditWords words,
            Model model) {
        filter.check(errors);
        var slice = errors.hasErrors() ? Slice.<AuditLog.Reading>none() : log.readings(actor, filter, AuditLog.PAGE);
        var readers = errors.hasErrors() ? java.util.List.<AuditLog.Reader>of() : log.readers(actor, filter);
        model.addAttribute("slice", slice);
        model.addAttribute("names", log.namesIn(actor, slice.rows(), AuditLog.Reading::who));
        model.addAttribute("readers", readers);
        model.addAttribute("readerNames", log.namesIn(actor, readers, AuditLog.Reader::who));
        model.addAttribute("kinds", words.choices(log.pages(actor), words::page));
        return "audit/readings";
    }

    @GetMapping("/audit/readings.csv")
    ResponseEntity<byte[]> readingsFile(
            Actor actor,
            @ModelAttribute("filter") AuditFilter filter,
            BindingResult errors,
            @ModelAttribute("words") AuditWords words) {
        filter.check(errors);
        WrongFilter.mustBeNone(errors);
        var rows = log.readings(actor, filter, AuditLog.FILE).rows();
        Map<UUID, String> names = log.namesIn(actor, rows, AuditLog.Reading::who);
        Csv csv = new Csv("id", "at", "account", "name", "page", "page_code", "subject");
        for (var row : rows)
            csv.row(
                    row.id(),
                    row.at(),
                    row.who(),
                    names.get(row.who()),
                    words.page(row.page()),
                    row.page(),
                    row.subject());
        return csv.download("readings.csv");
    }

    @GetMapping("/audit/integrity")
    String integrity(Actor actor, @RequestParam(required = false) @Nullable Long upto, Model model) {
        model.addAttribute("finding", integrity.check(actor, upto));
        return "audit/integrity";
    }
}
