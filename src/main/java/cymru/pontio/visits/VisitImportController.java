package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Uploading a file of visits, looking at what it holds, confirming or discarding it. */
@Controller
class VisitImportController {
    private static final int BAD_ROWS_SHOWN = 100;

    private final VisitImports imports;
    private final MessageSource messages;
    private final DataSize largest;

    VisitImportController(
            VisitImports imports,
            MessageSource messages,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.imports = imports;
        this.messages = messages;
        this.largest = largest;
    }

    /** Not named form: a file cannot be kept when the language is switched. */
    record Upload(@Nullable MultipartFile file) {}

    @GetMapping("/visits/imports")
    String list(Actor actor, @RequestParam(required = false) @Nullable String after, Model model) {
        List<ImportView> found = imports.list(actor, after);
        boolean more = found.size() > VisitImports.PAGE;
        model.addAttribute("imports", more ? found.subList(0, VisitImports.PAGE) : found);
        model.addAttribute("next", more ? found.get(VisitImports.PAGE - 1).ref() : null);
        model.addAttribute("header", Field.HEADER);
        model.addAttribute("mayMakeTokens", actor.is(Role.PROVIDER_MANAGER));
        model.addAttribute("statuses", VisitStatus.values());
        model.addAttribute("largest", largest.toMegabytes());
        if (!model.containsAttribute("upload")) model.addAttribute("upload", new Upload(null));
        return "visits/imports";
    }

    @GetMapping("/visits/imports.csv")
    ResponseEntity<byte[]> file(Actor actor) {
        Csv csv = new Csv("file", "uploaded", "status", "new", "corrections", "already_known", "rows_with_problems");
        for (ImportView one : imports.all(actor))
            csv.row(
                    one.ref(),
                    one.uploadedAt().atZone(Zone.LONDON).toOffsetDateTime(),
                    one.nothingToSave() ? "NOTHING_TO_SAVE" : one.status(),
                    one.counts().fresh(),
                    one.counts().changed(),
                    one.counts().same(),
                    one.counts().bad());
        return csv.download("imports.csv");
    }

    @PostMapping("/visits/imports")
    String upload(Actor actor, @ModelAttribute("upload") Upload upload, BindingResult errors, Model model) {
        MultipartFile file = upload.file();
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isEmpty()) {
            errors.rejectValue("file", "visits.file.missing");
            return list(actor, null, model);
        }
        try {
            return "redirect:/visits/imports/" + imports.upload(actor, file, file.getSize());
        } catch (FileRefused refused) {
            errors.rejectValue("file", refused.messageKey(), refused.args(), null);
            return list(actor, null, model);
        }
    }

    @GetMapping("/visits/imports/{ref}")
    String show(Actor actor, @PathVariable ImportRef ref, Model model) {
        ImportView one = imports.view(actor, ref);
        model.addAttribute("one", one);
        model.addAttribute("same", imports.sameFile(actor, one).orElse(null));
        model.addAttribute("problems", imports.problems(actor, ref, BAD_ROWS_SHOWN));
        model.addAttribute("shown", BAD_ROWS_SHOWN);
        return "visits/import";
    }

    @GetMapping("/visits/imports/{ref}/bad-rows.csv")
    ResponseEntity<byte[]> badRows(Actor actor, @PathVariable ImportRef ref, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Csv csv = new Csv("line", "provider_visit_id", "column", "code", "reason");
        for (Problem one : imports.problems(actor, ref, Integer.MAX_VALUE))
            csv.row(one.line(), one.visitId(), one.field().column(), one.reason(), formats.label(one.reason()));
        return csv.download("pontio-" + ref + "-bad-rows.csv");
    }

    @PostMapping("/visits/imports/{ref}/confirmation")
    String confirm(Actor actor, @PathVariable ImportRef ref) {
        imports.confirm(actor, ref);
        return "redirect:/visits/imports/" + ref;
    }

    @PostMapping("/visits/imports/{ref}/cancellation")
    String cancel(Actor actor, @PathVariable ImportRef ref) {
        return imports.cancel(actor, ref)
                ? "redirect:/visits/imports?done=visits.cancelled"
                : "redirect:/visits/imports/" + ref;
    }
}
