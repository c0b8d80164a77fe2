package cymru.pontio.site;

import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Outdated;
import cymru.pontio.kernel.RuleBroken;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.NotReadablePropertyException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.DataBinder;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What a person sees when something is refused or goes wrong. Never a trace, never a code without a sentence. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final MessageSource messages;
    private final FrameSource frames;
    private final Conflict conflict;
    private final ShownPages pages;

    ErrorPages(MessageSource messages, FrameSource frames, Conflict conflict, ShownPages pages) {
        this.messages = messages;
        this.frames = frames;
        this.conflict = conflict;
        this.pages = pages;
    }

    @ExceptionHandler(NotFound.class)
    String notFound(HttpServletRequest request, HttpServletResponse response) {
        return page(404, request, response);
    }

    @ExceptionHandler(RuleBroken.class)
    String ruleBroken(RuleBroken rule, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute(
                "conflict",
                messages.getMessage(
                        rule.messageKey(), rule.args(), Language.of(request).locale()));
        model.addAttribute("changed", rule instanceof Outdated);
        conflict.show(rule, request, model);
        model.addAttribute("backUrl", back(request));
        return page(409, request, response);
    }

    @ExceptionHandler(WrongFilter.class)
    String wrongFilter(WrongFilter wrong, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute(
                "sentences",
                wrong.sentences().stream()
                        .map(one ->
                                messages.getMessage(one, Language.of(request).locale()))
                        .distinct()
                        .toList());
        model.addAttribute("filterUrl", filter(request));
        return page(422, request, response);
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    String stale(HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute(
                "conflict",
                messages.getMessage(
                        "site.error.stale", null, Language.of(request).locale()));
        model.addAttribute("changed", true);
        conflict.show(null, request, model);
        model.addAttribute("backUrl", back(request));
        return page(409, request, response);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    String tooLarge(HttpServletRequest request, HttpServletResponse response) {
        return page(413, request, response);
    }

    @ExceptionHandler(MultipartException.class)
    String broken(HttpServletRequest request, HttpServletResponse response) {
        return page(400, request, response);
    }

    /** Not of the kind it should be, in an address or a filter; a reference or id that cannot be one is not there. */
    @ExceptionHandler(TypeMismatchException.class)
    String mistyped(TypeMismatchException failure, HttpServletRequest request, HttpServletResponse response) {
        boolean nowhere = NestedExceptionUtils.getMostSpecificCause(failure) instanceof NotFound || isNoId(failure);
        return page(nowhere ? 404 : 400, request, response);
    }

    /** The part of an address that names something by its id; in a question it is a mistake. */
    private static boolean isNoId(TypeMismatchException failure) {
        return failure instanceof MethodArgumentTypeMismatchException typed
                && typed.getParameter().hasParameterAnnotation(PathVariable.class)
                && typed.getParameter().getParameterType() == UUID.class;
    }

    @ExceptionHandler(Exception.class)
    String other(Exception failure, HttpServletRequest request, HttpServletResponse response, Model model) {
        Throwable cause = NestedExceptionUtils.getRootCause(failure);
        if (cause instanceof NotFound) return page(404, request, response);
        if (cause instanceof TypeMismatchException) return page(400, request, response);
        if (misnamed(failure)) return page(400, request, response);
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError())
            return page(known.getStatusCode().value(), request, response);
        return unexpected(failure, request, response, model);
    }

    /** A parameter named like a part of a form that has no such part. A part that we ask for ourselves is another thing. */
    private static boolean misnamed(Exception failure) {
        return failure instanceof InvalidPropertyException && !(failure instanceof NotReadablePropertyException)
                || misnumbered(failure);
    }

    /** The number of a row that is none, or too high: Spring trips over it before there is a form. */
    private static boolean misnumbered(Exception failure) {
        return (failure instanceof NumberFormatException || failure instanceof IndexOutOfBoundsException)
                && Arrays.stream(failure.getStackTrace())
                        .dropWhile(at -> at.getClassName().matches("(java|jdk)\\..*"))
                        .findFirst()
                        .filter(at -> at.getClassName().equals(DataBinder.class.getName()))
                        .isPresent();
    }

    /** Errors that never reached a handler: refused by the firewall, by security, or by the server itself. */
    @RequestMapping("/error")
    String outside(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : 404;
        if (request.getAttribute(Refusals.TYPED_FOR) instanceof String path) conflict.keep(path, request, model);
        if (status < 500) return page(status, request, response);
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (unreadable(failure) instanceof InvalidParameterException bad)
            return page(bad.getErrorCode(), request, response);
        return unexpected(
                failure instanceof Throwable thrown ? thrown : new IllegalStateException("status " + status),
                request,
                response,
                model);
    }

    /** A broken or oversized upload is noticed where its parameters are first asked for, which may be a filter. */
    private static @Nullable Throwable unreadable(@Nullable Object failure) {
        Throwable cause = failure instanceof Throwable thrown ? thrown : null;
        while (cause != null && !(cause instanceof InvalidParameterException)) cause = cause.getCause();
        return cause;
    }

    private String unexpected(
            Throwable failure, HttpServletRequest request, HttpServletResponse response, Model model) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("{} {} failed, reference {}", request.getMethod(), request.getServletPath(), reference, failure);
        model.addAttribute("reference", reference);
        return page(500, request, response);
    }

    private String page(int status, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute("frame", frames.of(request));
        response.setStatus(status);
        HttpStatus known = HttpStatus.resolve(status);
        return switch (known) {
            case null -> "error/400";
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "error/404";
            case FORBIDDEN -> "error/403";
            case CONFLICT -> "error/409";
            case UNPROCESSABLE_CONTENT -> "error/422";
            case CONTENT_TOO_LARGE -> "error/413";
            case INTERNAL_SERVER_ERROR, SERVICE_UNAVAILABLE -> "error/500";
            default -> "error/400";
        };
    }

    /** The page where the same filter was typed. */
    private static String filter(HttpServletRequest request) {
        String path = request.getServletPath();
        String page = path.endsWith(".csv")
                ? path.substring(0, path.length() - ".csv".length())
                : path.substring(0, path.lastIndexOf('/'));
        String query = request.getQueryString();
        return request.getContextPath() + page + (query == null ? "" : "?" + query);
    }

    private String back(HttpServletRequest request) {
        return request.getContextPath() + pages.nearestAbove(request.getServletPath());
    }
}
