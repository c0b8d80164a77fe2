package cymru.pontio.adverts;

import cymru.pontio.kernel.RuleBroken;
import java.util.Arrays;
import java.util.List;
import org.springframework.validation.Errors;

/** Something typed that cannot be published as it is: which field of the form, and the sentence to show beside it. */
record Problem(String field, String messageKey, List<Object> args) {
    /** The package was approved anew after these words were written for it. */
    static final String REWRITTEN = "adverts.form.need.rewritten";

    static Problem of(String field, String messageKey, Object... args) {
        return new Problem(field, messageKey, Arrays.asList(args));
    }

    /** Told whatever else is wrong with its field: the form shown next counts as written for the package as it is now. */
    boolean rewritten() {
        return messageKey.startsWith(REWRITTEN);
    }

    void rejectIn(Errors errors) {
        errors.rejectValue(field, messageKey, args.toArray(), null);
    }

    RuleBroken broken() {
        return new RuleBroken(messageKey, args.toArray());
    }
}
