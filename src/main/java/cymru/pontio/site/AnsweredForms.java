package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A form counts once. Each carries a key made when its page was shown; a double click, a refresh or a retry after a lost
 * answer gets the first answer again. A form that came back with errors may be sent again under the same key.
 */
@Component
class AnsweredForms implements HandlerInterceptor {
    static final String KEY = "_key";
    private static final String MINE = AnsweredForms.class.getName();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;

    AnsweredForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        UUID key = key(request);
        if (key == null) return true;
        UUID account = account();
        if (take(key, account, request.getServletPath())) {
            request.setAttribute(MINE, key);
            return true;
        }
        String answer = firstAnswer(key, account).orElseThrow(() -> new RuleBroken("site.error.sentTwice"));
        response.sendRedirect(answer);
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(request.getAttribute(MINE) instanceof UUID key)) return;
        String location = response.getHeader("Location");
        if (failure == null && response.getStatus() / 100 == 3 && location != null) {
            jdbc.sql("update site.answered_form set answer = ? where key = ?")
                    .params(location, key)
                    .update();
        } else {
            jdbc.sql("delete from site.answered_form where key = ?").param(key).update();
        }
    }

    private boolean take(UUID key, @Nullable UUID account, String path) {
        return jdbc.sql(
                                "insert into site.answered_form (key, account_id, path) values (:key, :account, :path) on conflict do nothing")
                        .param("key", key)
                        .param("account", account)
                        .param("path", path)
                        .update()
                == 1;
    }

    private Optional<String> firstAnswer(UUID key, @Nullable UUID account) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<String> answer = jdbc.sql(
                            "select answer from site.answered_form where key = :key and account_id is not distinct from :account and answer is not null")
                    .param("key", key)
                    .param("account", account)
                    .query(String.class)
                    .optional();
            if (answer.isPresent() || System.nanoTime() > end) return answer;
            Thread.sleep(50);
        }
    }

    private static @Nullable UUID key(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || LanguageFilter.switching(request)) return null;
        String typed = request.getParameter(KEY);
        try {
            return typed == null ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable UUID account() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Actor actor ? actor.userId() : null;
    }
}
