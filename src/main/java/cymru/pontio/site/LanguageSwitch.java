package cymru.pontio.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * A form sent by the language switch must not do anything: it is refused with an error that no page shows, so that every
 * handler shows its page again, in the other language, with what was typed.
 */
@ControllerAdvice
class LanguageSwitch {
    @InitBinder("form")
    void refuse(WebDataBinder binder, HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !LanguageFilter.switching(request)) return;
        if (binder.getTarget() == null && binder.getTargetType() == null) return;
        binder.addValidators(new Validator() {
            @Override
            public boolean supports(Class<?> type) {
                return true;
            }

            @Override
            public void validate(Object target, Errors errors) {
                errors.reject("site.error.switching", "");
            }
        });
    }
}
