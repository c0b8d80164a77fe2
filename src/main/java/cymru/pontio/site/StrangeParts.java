package cymru.pontio.site;

import org.springframework.beans.PropertyAccessException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Forms are texts, so what cannot be read into one was sent by none of our pages: a tick that is neither set nor not, a text
 * where a list should be. Spring would hand the page no form at all; it is a request that is not understood.
 */
@ControllerAdvice
class StrangeParts {
    private static final DefaultBindingErrorProcessor REFUSED = new DefaultBindingErrorProcessor() {
        @Override
        public void processPropertyAccessException(PropertyAccessException failure, BindingResult result) {
            throw failure;
        }
    };

    @InitBinder
    void refuse(WebDataBinder binder) {
        binder.setBindingErrorProcessor(REFUSED);
    }
}
