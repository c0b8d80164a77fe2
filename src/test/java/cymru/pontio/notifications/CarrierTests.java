package cymru.pontio.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves by each way, seen by a server of our own at the other end. */
class CarrierTests {
    private static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
    private static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    private static final Carrier.Message MESSAGE = new Carrier.Message(
            UUID.fromString("01890000-0000-7000-8000-000000000001"),
            "rhian@pontio.test",
            "Pontio: 3 neges newydd",
            "Ardal: Tŷ’r Drenewydd\n- ADV-1111-1\n",
            "https://pontio.test/cy/unsubscribe/abc");

    @Test
    void notifyGetsTheMessageSignedForThisService() throws Exception {
        try (Notify server = new Notify(201)) {
            server.carrier().carry(MESSAGE);
            JsonNode sent = JsonMapper.shared().readTree(server.body);
            assertThat(server.path).isEqualTo("/v2/notifications/email");
            assertThat(sent.get("email_address").asString()).isEqualTo("rhian@pontio.test");
            assertThat(sent.get("template_id").asString()).isEqualTo("the-template");
            assertThat(sent.get("reference").asString()).isEqualTo(MESSAGE.id().toString());
            assertThat(sent.get("personalisation").get("body").asString()).isEqualTo(MESSAGE.body());
            assertThat(sent.get("one_click_unsubscribe_url").asString()).isEqualTo(MESSAGE.offUrl());
            String[] parts = String.valueOf(server.authorization)
                    .substring("Bearer ".length())
                    .split("\\.", -1);
            JsonNode claims =
                    JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
            assertThat(claims.get("iss").asString()).isEqualTo(SERVICE);
            assertThat(claims.get("iat").asLong()).isEqualTo(1_800_000_000L);
            assertThat(Base64.getUrlDecoder().decode(parts[2])).isEqualTo(hmac(parts[0] + "." + parts[1]));
        }
    }

    @Test
    void notifyThatIsBusyIsAskedAgainAndOneThatRefusesIsNot() throws Exception {
        for (int status : new int[] {400, 403, 429, 500}) {
            try (Notify server = new Notify(status)) {
                assertThatThrownBy(() -> server.carrier().carry(MESSAGE))
                        .isInstanceOfSatisfying(Carrier.NotCarried.class, failure -> {
                            assertThat(failure).hasMessage("HTTP " + status);
                            assertThat(failure.forGood()).isEqualTo(status == 400);
                        });
            }
        }
    }

    @Test
    void aKeyThatIsNoneIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new NotifyCarrier(URI.create("http://x"), "short", "t", Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Angus Mail to a server that speaks just enough SMTP. */
    @Test
    void aMailServerGetsOneMessageWithItsIdInUtf8() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> seen = CompletableFuture.supplyAsync(() -> serve(socket));
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(socket.getLocalPort());
            sender.setDefaultEncoding("UTF-8");
            new SmtpCarrier(sender, "pontio@council.test").carry(MESSAGE);
            String mail = seen.get();
            assertThat(mail)
                    .contains(
                            "RCPT TO:<rhian@pontio.test>",
                            "Message-ID: <" + MESSAGE.id() + "@council.test>",
                            "Subject: Pontio: 3 neges newydd",
                            "List-Unsubscribe: <https://pontio.test/cy/unsubscribe/abc>",
                            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                            "Auto-Submitted: auto-generated");
            assertThat(decoded(mail)).contains("Tŷ’r Drenewydd", "ADV-1111-1");
        }
    }

    @Test
    void aMailServerThatIsAwayIsTriedAgain() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        assertThatThrownBy(() -> new SmtpCarrier(sender, "pontio@council.test").carry(MESSAGE))
                .isInstanceOfSatisfying(
                        Carrier.NotCarried.class,
                        failure -> assertThat(failure.forGood()).isFalse());
    }

    private static String serve(ServerSocket socket) {
        StringBuilder seen = new StringBuilder();
        try (var client = socket.accept();
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.print("220 test\r\n");
            out.flush();
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                seen.append(line).append('\n');
                if (data && !line.equals(".")) continue;
                String answer = data ? "250 taken" : line.equals("DATA") ? "354 go on" : "250 test";
                if (line.startsWith("QUIT")) answer = "221 bye";
                data = line.equals("DATA");
                out.print(answer + "\r\n");
                out.flush();
            }
        } catch (IOException e) {
            seen.append(e);
        }
        return seen.toString();
    }

    private static String decoded(String mail) throws Exception {
        String message = mail.substring(mail.indexOf("DATA\n") + 5, mail.indexOf("\n.\n"));
        var mime = new jakarta.mail.internet.MimeMessage(
                null,
                new java.io.ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        return String.valueOf(mime.getContent());
    }

    private static byte[] hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Notify implements AutoCloseable {
        private final HttpServer server;
        private @Nullable String authorization;
        private String path = "";
        private String body = "";

        Notify(int status) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                authorization = exchange.getRequestHeaders().getFirst("Authorization");
                path = exchange.getRequestURI().getPath();
                body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
        }

        Carrier carrier() {
            return new NotifyCarrier(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                    "a-name-" + SERVICE + "-" + SECRET,
                    "the-template",
                    Clock.fixed(Instant.ofEpochSecond(1_800_000_000L), ZoneOffset.UTC));
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
