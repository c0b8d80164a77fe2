package cymru.pontio.site;

import cymru.pontio.identity.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing in and out. */
@Controller
class SignInController {
    private final SignIns signIns;
    private final SessionCookie cookie;
    private final List<DemoAccounts> demoAccounts;

    SignInController(SignIns signIns, SessionCookie cookie, List<DemoAccounts> demoAccounts) {
        this.signIns = signIns;
        this.cookie = cookie;
        this.demoAccounts = demoAccounts;
    }

    record SignInForm(
            @NotBlank(message = "{site.signIn.username.missing}")
            String username,

            @NotBlank(message = "{site.signIn.password.missing}")
            String password,

            String next) {
        SignInForm(@Nullable String username, @Nullable String password, @Nullable String next) {
            this.username = username == null ? "" : username;
            this.password = password == null ? "" : password;
            this.next = next == null ? "" : next;
        }
    }

    @ModelAttribute("demoAccounts")
    List<DemoAccounts.DemoAccount> demoAccounts() {
        return demoAccounts.stream().flatMap(source -> source.list().stream()).toList();
    }

    @GetMapping("/sign-in")
    String show(@ModelAttribute("form") SignInForm form) {
        return "site/sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @Valid @ModelAttribute("form") SignInForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (errors.hasErrors()) return "site/sign-in";
        switch (signIns.signIn(form.username(), form.password(), request.getRemoteAddr())) {
            case SignIns.Welcome welcome -> cookie.write(response, welcome.token());
            case SignIns.Wrong wrong -> errors.reject("site.signIn.wrong");
            case SignIns.TooMany many -> errors.reject("site.signIn.tooMany");
        }
        return errors.hasErrors() ? "site/sign-in" : "redirect:" + ownPath(form.next());
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(signIns::signOut);
        cookie.clear(response);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return "redirect:/sign-in?done=signedOut";
    }

    /** Only back into this site: one slash, then a letter, and nothing a browser could read as another host. */
    private static String ownPath(String next) {
        return next.matches("/[a-z][A-Za-z0-9/_?=&%.+-]*") ? next : "/home";
    }
}
