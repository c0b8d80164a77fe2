package cymru.pontio.providers;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one noun of the market knows of a provider, as one part of its standing: a bean for each. The council and the
 * provider read the very same part, so it is asked for a provider, never for the person who reads it.
 */
public interface StandingPart {
    /** Parts stand in this order: who they are 0, accreditation 100, embargo 200, ratings 300, patches 400, then others. */
    int order();

    /** @param words of the reader's language; all texts of the part come resolved */
    Optional<Part> of(UUID provider, Formats words);

    /**
     * One heading of the page with what stands below it.
     *
     * @param id of the heading, to link to; the noun is a good one
     * @param status shown beside the heading, if the part has one
     * @param lines a few words and their value
     * @param insert a fragment below the lines, if lines are not enough
     * @param next what to do next; the council reads the same sentences as the provider
     */
    record Part(
            String id,
            String heading,
            @Nullable Status status,
            List<Line> lines,
            @Nullable Insert insert,
            List<Step> next) {

        public static Part of(String id, String heading, List<Line> lines, Step... next) {
            return new Part(id, heading, null, lines, null, List.of(next));
        }

        public Part with(Status shown) {
            return new Part(id, heading, shown, lines, insert, next);
        }

        public Part with(Insert below) {
            return new Part(id, heading, status, lines, below, next);
        }
    }

    /** @param colour of the tag, like {@code green}; none is neutral */
    record Status(String text, @Nullable String colour) {}

    record Line(String label, String value) {}

    /**
     * A fragment {@code standing(model)} of a template of the noun.
     *
     * @param template like {@code capacity/standing}
     * @param model what the fragment is given
     */
    record Insert(String template, Object model) {}

    /**
     * @param text a whole sentence that both sides understand
     * @param path where it is done, without language
     * @param roles who may open that; others read the sentence without the link
     */
    record Step(String text, @Nullable String path, Set<Role> roles) {
        public static Step of(String text) {
            return new Step(text, null, Set.of());
        }

        public static Step of(String text, String path, Role... roles) {
            return new Step(text, path, Set.copyOf(Arrays.asList(roles)));
        }

        public boolean opensFor(Actor actor) {
            return path != null && roles.stream().anyMatch(actor::isAny);
        }
    }
}
