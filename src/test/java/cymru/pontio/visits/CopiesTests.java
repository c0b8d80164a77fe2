package cymru.pontio.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;

class CopiesTests {
    @TempDir
    Path folder;

    /** Process numbers end below four million on Linux. */
    @Test
    void whatAKilledProcessLeftBehindIsThrownAwayAndNothingElse() throws IOException {
        Path left = Files.createFile(folder.resolve("pontio-visits-999999999-1.csv"));
        Path own = Files.createFile(
                folder.resolve("pontio-visits-" + ProcessHandle.current().pid() + "-1.csv"));
        Path other = Files.createFile(folder.resolve("something-999999999-1.csv"));
        Copies.clear(folder);
        assertThat(left).doesNotExist();
        assertThat(own).exists();
        assertThat(other).exists();
    }

    @Test
    void aCopyBelongsToThisProcessUntilItIsDeleted() throws IOException {
        Path copy = Copies.copy(new ByteArrayResource("a,b".getBytes(StandardCharsets.UTF_8)));
        assertThat(copy).hasContent("a,b");
        assertThat(copy.getFileName().toString())
                .startsWith("pontio-visits-" + ProcessHandle.current().pid() + "-");
        Copies.delete(copy);
        assertThat(copy).doesNotExist();
    }
}
