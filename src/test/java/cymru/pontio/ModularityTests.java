package cymru.pontio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

class ModularityTests {
    private static final Path PICTURE = Path.of("docs/rooms.md");
    private static final List<String> EVERYWHERE = List.of("kernel", "identity", "site", "embedded");

    private final ApplicationModules rooms = ApplicationModules.of(PontioApplication.class);

    @Test
    void roomsUseOnlyWhatTheyDeclare() {
        rooms.verify();
    }

    /** The graph carries the privacy rule: what cannot be imported cannot be shown. */
    @Test
    void noRoomBeforeTheAwardKnowsPeople() {
        for (String room : List.of("adverts", "matching", "bidding", "reporting", "audit")) {
            assertThat(usedBy(room)).as(room).doesNotContain("people");
        }
    }

    /** A new arrow shows in the review. Run with -Dpontio.redraw=true to draw the picture again. */
    @Test
    void thePictureShowsTheRoomsAsTheyAre() throws IOException {
        if (Boolean.getBoolean("pontio.redraw")) Files.writeString(PICTURE, picture());
        assertThat(Files.readString(PICTURE)).isEqualTo(picture());
    }

    private String picture() {
        StringBuilder text = new StringBuilder("""
                # Rooms

                Drawn from the code by `ModularityTests`. An arrow means “may call and does”. Left out: `kernel`, `identity`
                and `site`, which every room uses.

                ```mermaid
                graph BT
                """);
        rooms.stream()
                .map(ApplicationModule::getIdentifier)
                .map(Object::toString)
                .filter(room -> !EVERYWHERE.contains(room))
                .sorted()
                .forEach(room -> {
                    text.append("    ").append(room).append('\n');
                    usedBy(room).stream()
                            .filter(used -> !EVERYWHERE.contains(used))
                            .forEach(used -> text.append("    ")
                                    .append(room)
                                    .append(" --> ")
                                    .append(used)
                                    .append('\n'));
                });
        return text.append("```\n").toString();
    }

    private TreeSet<String> usedBy(String room) {
        ApplicationModule module = rooms.getModuleByName(room).orElseThrow();
        TreeSet<String> used = new TreeSet<>(Comparator.naturalOrder());
        module.getDependencies(rooms, DependencyDepth.IMMEDIATE).stream()
                .forEach(dependency ->
                        used.add(dependency.getTargetModule().getIdentifier().toString()));
        used.remove(room);
        return used;
    }
}
