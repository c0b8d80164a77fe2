package cymru.pontio.providers.accreditation;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks ClamAV's daemon by its INSTREAM command (clamd(8)). {@code pontio.virus-scanner.address} is host:port. */
@Component
class ClamdScanner implements VirusScanner {
    private static final Logger log = LoggerFactory.getLogger(ClamdScanner.class);
    private static final int CHUNK = 1 << 16;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final int LONGEST_ANSWER = 1_000;

    private final String address;

    ClamdScanner(@Value("${pontio.virus-scanner.address:}") String address) {
        this.address = address.strip();
    }

    @Override
    public Verdict scan(byte[] content) {
        int colon = address.lastIndexOf(':');
        if (colon < 1) return Verdict.UNKNOWN;
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(address.substring(colon + 1));
            socket.connect(new InetSocketAddress(address.substring(0, colon), port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            send(content, new DataOutputStream(socket.getOutputStream()));
            return verdict(answer(socket.getInputStream()));
        } catch (IOException | IllegalArgumentException e) {
            log.warn("the virus scanner did not answer, files stay in quarantine: {}", e.toString());
            return Verdict.UNKNOWN;
        }
    }

    private static void send(byte[] content, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int from = 0; from < content.length; from += CHUNK) {
            int length = Math.min(CHUNK, content.length - from);
            out.writeInt(length);
            out.write(content, from, length);
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int next;
        while ((next = in.read()) > 0 && answer.size() < LONGEST_ANSWER) answer.write(next);
        return answer.toString(StandardCharsets.UTF_8).strip();
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) return Verdict.CLEAN;
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) return Verdict.INFECTED;
        log.warn("the virus scanner answered: {}", answer.replaceAll("[^ -~]", "?"));
        return Verdict.UNKNOWN;
    }
}
