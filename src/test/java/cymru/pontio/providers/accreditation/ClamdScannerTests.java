package cymru.pontio.providers.accreditation;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.providers.accreditation.VirusScanner.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdScannerTests {
    @ParameterizedTest
    @CsvSource({
        "stream: OK, CLEAN",
        "stream: Win.Test.EICAR_HDB-1 FOUND, INFECTED",
        "INSTREAM size limit exceeded. ERROR, UNKNOWN",
        "'', UNKNOWN"
    })
    void readsTheDaemonsAnswer(String answer, Verdict verdict) throws Exception {
        byte[] content = new byte[150_000];
        content[149_999] = 42;
        try (ServerSocket daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> got = CompletableFuture.supplyAsync(() -> serve(daemon, answer));
            assertThat(new ClamdScanner("127.0.0.1:" + daemon.getLocalPort()).scan(content))
                    .isEqualTo(verdict);
            assertThat(got.get()).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "127.0.0.1:1", "127.0.0.1:port", "127.0.0.1:99999"})
    void knowsNothingWhenTheDaemonIsAwayOrNotSetUp(String address) {
        assertThat(new ClamdScanner(address).scan(new byte[] {1})).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void knowsNothingWhenTheDaemonHangsUp() throws IOException {
        try (ServerSocket daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> {
                try {
                    daemon.accept().close();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(new ClamdScanner("127.0.0.1:" + daemon.getLocalPort()).scan(new byte[200_000]))
                    .isEqualTo(Verdict.UNKNOWN);
        }
    }

    private static byte[] serve(ServerSocket daemon, String answer) {
        try (var caller = daemon.accept()) {
            DataInputStream in = new DataInputStream(caller.getInputStream());
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            int length;
            while ((length = in.readInt()) > 0) all.write(in.readNBytes(length));
            caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.UTF_8));
            return all.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
