package cymru.pontio.notifications;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands messages to GOV.UK Notify: <a href="https://docs.notifications.service.gov.uk/rest-api.html">its REST API</a>,
 * one template whose subject is {@code ((subject))} and whose message is {@code ((body))}. Each request is signed anew;
 * Notify takes a signature for thirty seconds.
 */
final class NotifyCarrier implements Carrier {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI address;
    private final String service;
    private final byte[] secret;
    private final String template;
    private final Clock clock;

    /** @param key as Notify shows it: a name, the service’s id and the secret, each id 36 characters long */
    NotifyCarrier(URI server, String key, String template, Clock clock) {
        if (!key.matches(".+-[0-9a-f-]{36}-[0-9a-f-]{36}"))
            throw new IllegalArgumentException("pontio.notify.api-key is not a key of GOV.UK Notify");
        this.address = server.resolve("/v2/notifications/email");
        this.service = key.substring(key.length() - 73, key.length() - 37);
        this.secret = key.substring(key.length() - 36).getBytes(StandardCharsets.UTF_8);
        this.template = template;
        this.clock = clock;
    }

    @Override
    public void carry(Message message) throws NotCarried {
        int status = post(JSON.writeValueAsString(content(message)));
        if (status == 201) return;
        // 429 says too many, 403 may be a clock that is wrong; only what we wrote ourselves is wrong for good.
        throw new NotCarried("HTTP " + status, status == 400);
    }

    private int post(String json) throws NotCarried {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token())
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new NotCarried(e.getClass().getSimpleName(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotCarried(e.getClass().getSimpleName(), false);
        }
    }

    private Map<String, Object> content(Message message) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("email_address", message.address());
        content.put("template_id", template);
        content.put("personalisation", Map.of("subject", message.subject(), "body", message.body()));
        content.put("reference", message.id().toString());
        if (message.offUrl() != null) content.put("one_click_unsubscribe_url", message.offUrl());
        return content;
    }

    private String token() {
        String head = part(JSON.writeValueAsBytes(Map.of("typ", "JWT", "alg", "HS256")));
        String claims = part(JSON.writeValueAsBytes(
                Map.of("iss", service, "iat", clock.instant().getEpochSecond())));
        return head + "." + claims + "." + part(signature(head + "." + claims));
    }

    private byte[] signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
