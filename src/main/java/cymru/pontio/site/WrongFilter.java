package cymru.pontio.site;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;

/**
 * A filter that asks for what there cannot be, where no page stands beside which to say so: a file, or the rows behind a
 * figure. Shown as 422 with all its sentences and a way back to the filter.
 */
public class WrongFilter extends RuntimeException {
    private final transient List<MessageSourceResolvable> sentences;

    public WrongFilter(Errors errors) {
        super(errors.getObjectName());
        sentences = List.copyOf(errors.getAllErrors());
    }

    /** Goes on where nothing is wrong. */
    public static void mustBeNone(Errors errors) {
        if (errors.hasErrors()) throw new WrongFilter(errors);
    }

    List<MessageSourceResolvable> sentences() {
        return sentences;
    }
}
