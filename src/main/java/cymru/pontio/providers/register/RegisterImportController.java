package cymru.pontio.providers.register;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Uploading a register file, looking at what it would change, taking it over or throwing it away. */
@Controller
class RegisterImportController {
    private static final int SHOWN = 100;

    private final RegisterImports imports;
    private final EntryLinks links;
    private final MessageSource messages;
    private final DataSize largest;

    RegisterImportController(
            RegisterImports imports,
            EntryLinks links,
            MessageSource messages,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.imports = imports;
        this.links = links;
        this.messages = messages;
        this.largest = largest;
    }

    /** Not named form: a file cannot be kept when the language is switched. */
    record Upload(@Nullable MultipartFile file) {
        boolean isEmpty() {
            return file == null
                    || file.getOriginalFilename() == null
                    || file.getOriginalFilename().isEmpty();
        }

        byte[] bytes() {
            try {
                return file == null ? new byte[0] : file.getBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @GetMapping("/register-imports")
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        List<RegisterImportView> found = imports.list(actor, after);
        boolean more = found.size() > RegisterImports.PAGE;
        model.addAttribute("imports", more ? found.subList(0, RegisterImports.PAGE) : found);
        model.addAttribute("next", more ? found.get(RegisterImports.PAGE - 1).ref() : null);
        model.addAttribute("own", links.own());
        model.addAttribute("largest", largest.toMegabytes());
        model.addAttribute("first", after.isEmpty());
        if (!model.containsAttribute("upload")) model.addAttribute("upload", new Upload(null));
        return "register/imports";
    }

    @PostMapping("/register-imports")
    String upload(Actor actor, @ModelAttribute("upload") Upload upload, BindingResult errors, Model model) {
        if (upload.isEmpty()) {
            errors.rejectValue("file", "register.file.missing");
            return list(actor, "", model);
        }
        try {
            return "redirect:/register-imports/" + imports.check(actor, upload.bytes());
        } catch (FileRefused refused) {
            errors.rejectValue("file", refused.messageKey(), refused.args(), null);
            return list(actor, "", model);
        }
    }

    @GetMapping("/register-imports/{ref}")
    String show(Actor actor, @PathVariable RegisterImportRef ref, Model model) {
        model.addAttribute("one", imports.view(actor, ref));
        List<ChangeView> changed = imports.changes(actor, ref, "CHANGED", 5 * SHOWN);
        model.addAttribute(
                "responsible",
                changed.stream().filter(ChangeView::responsible).limit(SHOWN).toList());
        model.addAttribute(
                "changed",
                changed.stream().filter(one -> !one.responsible()).limit(SHOWN).toList());
        for (Difference.Kind kind : List.of(Difference.Kind.NEW, Difference.Kind.VANISHED, Difference.Kind.BACK))
            model.addAttribute("changes" + kind, imports.changes(actor, ref, kind.name(), SHOWN));
        model.addAttribute("problems", imports.problems(actor, ref, SHOWN));
        model.addAttribute("shown", SHOWN);
        model.addAttribute("told", ReadRegister.MOST_PROBLEMS);
        return "register/import";
    }

    @GetMapping("/register-imports/{ref}/{file:changes|bad-rows}.csv")
    ResponseEntity<byte[]> file(
            Actor actor, @PathVariable RegisterImportRef ref, @PathVariable String file, Locale locale) {
        boolean changes = file.equals("changes");
        Csv csv = changes
                ? RegisterFiles.changes(imports.changes(actor, ref, null, Integer.MAX_VALUE))
                : RegisterFiles.badRows(imports.problems(actor, ref, Integer.MAX_VALUE), new Formats(messages, locale));
        return csv.download("pontio-" + ref + "-" + file + ".csv");
    }

    @PostMapping("/register-imports/{ref}/application")
    String apply(Actor actor, @PathVariable RegisterImportRef ref) {
        imports.apply(actor, ref);
        return "redirect:/register-imports/{ref}?done=register.applied";
    }

    @PostMapping("/register-imports/{ref}/discarding")
    String discard(Actor actor, @PathVariable RegisterImportRef ref) {
        imports.discard(actor, ref);
        return "redirect:/register-imports?done=register.discarded";
    }
}
