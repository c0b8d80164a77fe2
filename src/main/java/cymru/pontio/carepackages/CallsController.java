package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calls of the week, one page each. */
@Controller
class CallsController {
    private static final String LIST = "carepackages/calls";
    private static final String CALL = "carepackages/call";

    private final Drafts drafts;
    private final Overviews overviews;
    private final UnfinishedCalls unfinished;
    private final CallChoices choices;
    private final SavedForms saved;

    CallsController(
            Drafts drafts, Overviews overviews, UnfinishedCalls unfinished, CallChoices choices, SavedForms saved) {
        this.drafts = drafts;
        this.overviews = overviews;
        this.unfinished = unfinished;
        this.choices = choices;
        this.saved = saved;
    }

    @ModelAttribute
    void page(Actor actor, @PathVariable PackageRef ref, Locale locale, Model model) {
        PackageView view = overviews.forWriting(actor, ref);
        model.addAttribute("view", view);
        model.addAttribute("unfinishedAt", unfinished.position(view));
        model.addAllAttributes(choices.of(locale));
    }

    @GetMapping("/packages/{ref}/calls")
    String list() {
        return LIST;
    }

    /** The number is that of the call; {@code new} has none. */
    @GetMapping({"/packages/{ref}/calls/new", "/packages/{ref}/calls/{position:[0-9]{1,4}}"})
    String call(
            @ModelAttribute(name = "view", binding = false) PackageView view,
            @PathVariable(required = false) @Nullable Integer position,
            Model model) {
        model.addAttribute("position", position);
        CallForm known = position == null ? CallForm.blank(view) : CallForm.of(line(view, position), view);
        model.addAttribute("form", unfinished.of(view, position).orElse(known));
        return CALL;
    }

    @PostMapping({"/packages/{ref}/calls/new", "/packages/{ref}/calls/{position:[0-9]{1,4}}"})
    String save(
            Actor actor,
            @PathVariable PackageRef ref,
            @PathVariable(required = false) @Nullable Integer position,
            @ModelAttribute("form") CallForm form,
            BindingResult errors,
            @RequestParam(name = SavedForms.ACTION, defaultValue = "") String action,
            Model model) {
        form.check(errors);
        model.addAttribute("position", position);
        if (SavedForms.refused(action, errors)) return CALL;
        if (!action.equals("autosave") && !errors.hasErrors()) put(actor, ref, position, form);
        else drafts.leaveCall(actor, ref, unfinished.text(form, position), Stamp.parse(form.stamp()));
        return after(ref, action);
    }

    @PostMapping("/packages/{ref}/calls/{position:[0-9]{1,4}}/removal")
    String remove(Actor actor, @PathVariable PackageRef ref, @PathVariable int position, @RequestParam String stamp) {
        drafts.removeCall(actor, ref, position, Stamp.parse(stamp));
        return "redirect:/packages/" + ref + "/calls?done=carepackages.callRemoved";
    }

    @PostMapping("/packages/{ref}/calls/unfinished/removal")
    String forget(Actor actor, @PathVariable PackageRef ref, @RequestParam String stamp) {
        drafts.leaveCall(actor, ref, null, Stamp.parse(stamp));
        return "redirect:/packages/" + ref + "/calls";
    }

    private void put(Actor actor, PackageRef ref, @Nullable Integer position, CallForm form) {
        Stamp stamp = Stamp.parse(form.stamp());
        if (position == null) drafts.addCall(actor, ref, form.terms(), stamp);
        else drafts.changeCall(actor, ref, position, form.terms(), stamp);
    }

    private String after(PackageRef ref, String action) {
        if (action.equals("autosave")) return saved.kept();
        if (action.equals("draft")) return "redirect:/packages/" + ref + "?done=carepackages.saved";
        return "redirect:/packages/" + ref + "/calls?done=carepackages.callSaved";
    }

    private static CallLineView line(PackageView view, int position) {
        return view.lines().stream()
                .filter(line -> line.position() == position)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
