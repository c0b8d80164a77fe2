package cymru.pontio.site;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Blanks of whatever width, zero-width marks and control characters by themselves are nothing that anybody can read: a field
 * that holds only those is empty, so that a reason nobody sees is no reason.
 */
@ControllerAdvice
class UnseenText {

    @InitBinder
    void drop(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text.codePoints().anyMatch(UnseenText::seen) ? text : "");
            }
        });
    }

    private static boolean seen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
