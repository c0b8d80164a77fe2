package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * What the three ways of sending a page of the task list mean. {@code continue}: all must be right. {@code draft}: what is
 * right is kept, the rest is asked again another time. {@code autosave}: the same, sent by the page itself.
 */
@Component
class SavedForms {
    static final String ACTION = "_action";
    private static final String DRAFT = "draft";
    private static final String AUTOSAVE = "autosave";

    private final Decisions decisions;
    private final HttpServletResponse answer;

    SavedForms(Decisions decisions, HttpServletResponse answer) {
        this.decisions = decisions;
        this.answer = answer;
    }

    static boolean lenient(String action) {
        return action.equals(DRAFT) || action.equals(AUTOSAVE);
    }

    /** Must the page be shown again? The language switch is an error, too, and never comes with an action. */
    static boolean refused(String action, Errors errors) {
        return lenient(action) ? tooLong(errors) : errors.hasErrors();
    }

    /** What there is no room for cannot be kept, and nobody may be told that it is. */
    private static boolean tooLong(Errors errors) {
        return errors.getFieldErrors().stream().anyMatch(error -> "Size".equals(error.getCode()));
    }

    /** A form that saved itself half-filled has not failed: the script behind the page asks for nothing else. */
    String kept() {
        answer.setStatus(HttpServletResponse.SC_ACCEPTED);
        return "carepackages/saved";
    }

    /** Where to go: to the check of all answers when nothing is missing any more. */
    String next(Actor actor, PackageRef ref, String action) {
        if (action.equals(AUTOSAVE)) return kept();
        if (action.equals(DRAFT)) return "redirect:/packages/" + ref + "?done=carepackages.saved";
        return "redirect:/packages/" + ref + (decisions.missing(actor, ref).isEmpty() ? "/check" : "");
    }
}
