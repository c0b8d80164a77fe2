package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A form counts once. Each carries a key made when its page was shown; a double click, a refresh or a retry after a lost
 * answer gets the first answer again. A form that came back with errors may be sent again under the same key, and so may
 * one to which somebody went back and wrote something else: that was never answered.
 */
@Component
class AnsweredForms implements HandlerInterceptor {
    static final String KEY = "_key";
    private static final String MINE = AnsweredForms.class.getName();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(7);

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
        Sent sent = new Sent(key, digest(request), account());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!take(sent, request.getServletPath())) {
            Optional<String> answer = firstAnswer(sent);
            if (answer.isPresent()) {
                response.sendRedirect(answer.get());
                return false;
            }
            if (System.nanoTime() > end) throw new RuleBroken("site.error.sentTwice");
            Thread.sleep(50);
        }
        request.setAttribute(MINE, sent);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(request.getAttribute(MINE) instanceof Sent sent)) return;
        String location = response.getHeader("Location");
        if (failure == null && response.getStatus() / 100 == 3 && location != null) {
            jdbc.sql("update site.answered_form set answer = ? where key = ? and content = ?")
                    .params(location, sent.key(), sent.content())
                    .update();
        } else {
            jdbc.sql("delete from site.answered_form where key = ? and content = ?")
                    .params(sent.key(), sent.content())
                    .update();
        }
    }

    /** Nobody sends a form again that was answered days ago. */
    @Scheduled(
            initialDelayString = "${pontio.forms.forget-every:1h}",
            fixedDelayString = "${pontio.forms.forget-every:1h}")
    void forget() {
        jdbc.sql("delete from site.answered_form where started_at < clock_timestamp() - make_interval(secs => ?)")
                .param(KEPT.toSeconds())
                .update();
    }

    /** @param content digest of all that was filled in */
    private record Sent(UUID key, byte[] content, @Nullable UUID account) {}

    /** Whether it is for us to answer: of two clicks at once the second too, if the first came back with errors meanwhile. */
    private boolean take(Sent sent, String path) {
        return jdbc.sql("""
                insert into site.answered_form (key, content, account_id, path) values (:key, :content, :account, :path)
                on conflict do nothing""")
                        .param("key", sent.key())
                        .param("content", sent.content())
                        .param("account", sent.account())
                        .param("path", path)
                        .update()
                == 1;
    }

    /** A form sent by nobody may come again from somebody: the first click on "sign in" has signed them in. */
    private Optional<String> firstAnswer(Sent sent) {
        return jdbc.sql("""
                select answer from site.answered_form where key = :key and content = :content
                  and (account_id is null or account_id = :account) and answer is not null""")
                .param("key", sent.key())
                .param("content", sent.content())
                .param("account", sent.account())
                .query(String.class)
                .optional();
    }

    private static byte[] digest(HttpServletRequest request) throws IOException {
        MessageDigest digest = sha256();
        add(digest, request.getServletPath());
        for (Map.Entry<String, String[]> field : new TreeMap<>(request.getParameterMap()).entrySet()) {
            if (!counts(field.getKey())) continue;
            add(digest, field.getKey());
            for (String value : field.getValue()) add(digest, value);
        }
        if (request instanceof MultipartHttpServletRequest upload) {
            for (MultipartFile file : upload.getFileMap().values()) {
                add(digest, file.getName());
                add(digest, String.valueOf(file.getOriginalFilename()));
                try (InputStream content = new DigestInputStream(file.getInputStream(), digest)) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return digest.digest();
    }

    /** A password leaves no trace, and the key and the token are of the page, not of what was filled in. */
    static boolean counts(String field) {
        return !field.equals(KEY)
                && !field.equals("_csrf")
                && !field.toLowerCase(Locale.ROOT).contains("password");
    }

    /** The length first, so that two fields never read like one. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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
