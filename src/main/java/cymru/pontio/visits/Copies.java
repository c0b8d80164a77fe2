package cymru.pontio.visits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;

/**
 * Copies of large uploads, while they are read behind the page. They hold where people were at what time, so those that a
 * killed process left behind are thrown away by the next one. Their names say whose they are.
 */
final class Copies {
    private static final Logger log = LoggerFactory.getLogger(Copies.class);
    private static final String PREFIX = "pontio-visits-";

    private Copies() {}

    /** The upload is gone when its request is over. */
    static Path copy(InputStreamSource file) {
        try (InputStream in = file.getInputStream()) {
            Path copy = Files.createTempFile(PREFIX + ProcessHandle.current().pid() + "-", ".csv");
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever came of reading it. */
    static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            log.warn("{} could not be deleted", copy, e);
        }
    }

    /** Those of processes that are no more. */
    static void clear(Path folder) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*-*.csv")) {
            for (Path copy : left) if (!running(copy.getFileName().toString())) delete(copy);
        } catch (IOException e) {
            log.warn("{} could not be looked through", folder, e);
        }
    }

    private static boolean running(String name) {
        String pid = name.substring(PREFIX.length(), name.indexOf('-', PREFIX.length()));
        return !pid.matches("\\d{1,9}") || ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }
}
