package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.accreditation.FileAnswer;
import cymru.pontio.providers.accreditation.Proofs;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/** Files that show that a clause is kept: the provider adds them while nobody has decided, the council reads them. */
@Controller
@RequestMapping("/pledge/attestations/{ref}/files")
class ClauseFileController {
    private final Attestations attestations;
    private final Proofs proofs;

    ClauseFileController(Attestations attestations, Proofs proofs) {
        this.attestations = attestations;
        this.proofs = proofs;
    }

    record Upload(@Nullable MultipartFile file) {
        byte @Nullable [] content() throws IOException {
            return file == null ? null : file.getBytes();
        }
    }

    @GetMapping("/new")
    String ask(Actor actor, @PathVariable String ref, Model model) {
        model.addAttribute("upload", new Upload(null));
        return page(actor, ref, model);
    }

    /** Not named form: a file cannot be kept when the language is switched. */
    @PostMapping("/new")
    String add(
            Actor actor,
            @PathVariable String ref,
            @ModelAttribute("upload") Upload upload,
            BindingResult errors,
            Model model)
            throws IOException {
        Attestation one = attestations.waiting(actor, ref);
        byte[] content = upload.content();
        Proofs.fault(content).ifPresent(fault -> errors.rejectValue("file", fault));
        if (errors.hasErrors() || content == null) return page(actor, ref, model);
        proofs.add(actor, one.ref(), content);
        return "redirect:/pledge?done=pledge.fileAdded";
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String ref, @PathVariable UUID id) {
        return FileAnswer.of(proofs.content(actor, ref, id));
    }

    private String page(Actor actor, String ref, Model model) {
        Attestation one = attestations.waiting(actor, ref);
        model.addAttribute("one", one);
        model.addAttribute("files", proofs.about(one.ref()));
        return "pledge/file";
    }
}
