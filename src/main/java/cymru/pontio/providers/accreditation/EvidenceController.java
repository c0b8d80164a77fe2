package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A provider’s own files. */
@Controller
@RequestMapping("/accreditation/application/evidence")
class EvidenceController {
    private final Evidences evidences;
    private final EvidenceScans scans;
    private final Applications applications;
    private final MessageSource messages;

    EvidenceController(Evidences evidences, EvidenceScans scans, Applications applications, MessageSource messages) {
        this.evidences = evidences;
        this.scans = scans;
        this.applications = applications;
        this.messages = messages;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("dossier", applications.own(actor));
        return "accreditation/evidence";
    }

    @GetMapping("/new")
    String ask(Actor actor, @RequestParam(required = false) @Nullable EvidenceKind kind, Locale locale, Model model) {
        model.addAttribute("upload", EvidenceForm.of(kind));
        return page(locale, model);
    }

    /** Not named form: a file cannot be kept when the language is switched. */
    @PostMapping("/new")
    String add(
            Actor actor,
            @Valid @ModelAttribute("upload") EvidenceForm upload,
            BindingResult errors,
            Locale locale,
            Model model) {
        upload.check(applications.own(actor).today(), errors);
        if (errors.hasErrors()) return page(locale, model);
        scans.scan(evidences.add(actor, upload.upload()));
        return "redirect:/accreditation/application/evidence?done=accreditation.uploaded";
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable UUID id) {
        return FileAnswer.of(evidences.file(actor, id));
    }

    private String page(Locale locale, Model model) {
        model.addAttribute("kinds", new Formats(messages, locale).choices(EvidenceKind.ofApplications()));
        return "accreditation/upload";
    }
}
