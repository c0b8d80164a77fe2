package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/** Uploading a file of workers, looking at what it holds, confirming or discarding it. */
@Controller
class WorkerImportController {
    private final WorkerImports imports;
    private final Workers workers;
    private final MessageSource messages;

    WorkerImportController(WorkerImports imports, Workers workers, MessageSource messages) {
        this.imports = imports;
        this.workers = workers;
        this.messages = messages;
    }

    /** Not named form: a file cannot be kept when the language is switched. */
    record Upload(@Nullable MultipartFile file) {}

    @GetMapping("/workforce/imports")
    String list(Actor actor, Model model) {
        model.addAttribute("imports", imports.list(actor));
        model.addAttribute("header", String.join(",", WorkerFile.columns(workers.standard())));
        if (!model.containsAttribute("upload")) model.addAttribute("upload", new Upload(null));
        return "workforce/imports";
    }

    @PostMapping("/workforce/imports")
    String upload(Actor actor, @ModelAttribute("upload") Upload upload, BindingResult errors, Model model) {
        MultipartFile file = upload.file();
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isEmpty()) {
            errors.rejectValue("file", "workforce.file.missing");
            return list(actor, model);
        }
        try {
            return "redirect:/workforce/imports/" + imports.upload(actor, file);
        } catch (FileRefused refused) {
            errors.rejectValue("file", refused.messageKey(), refused.args(), null);
            return list(actor, model);
        }
    }

    @GetMapping("/workforce/imports/{ref}")
    String show(Actor actor, @PathVariable String ref, Model model) {
        model.addAttribute("one", imports.view(actor, ref));
        model.addAttribute("problems", imports.problems(actor, ref));
        model.addAttribute("rows", imports.rows(actor, ref));
        return "workforce/import";
    }

    @GetMapping("/workforce/imports/{ref}/bad-rows.csv")
    ResponseEntity<byte[]> badRows(Actor actor, @PathVariable String ref, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Csv csv = new Csv("line", "column", "code", "reason");
        for (Problem one : imports.problems(actor, ref))
            csv.row(one.line(), one.place(), one.fault(), formats.label(one.fault()));
        return csv.download("pontio-" + ref + "-bad-rows.csv");
    }

    @PostMapping("/workforce/imports/{ref}/confirmation")
    String confirm(Actor actor, @PathVariable String ref) {
        imports.confirm(actor, ref);
        return "redirect:/workforce?done=workforce.imported";
    }

    @PostMapping("/workforce/imports/{ref}/cancellation")
    String discard(Actor actor, @PathVariable String ref) {
        imports.discard(actor, ref);
        return "redirect:/workforce/imports?done=workforce.discarded";
    }
}
