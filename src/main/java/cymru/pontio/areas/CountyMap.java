package cymru.pontio.areas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure for each patch on the schematic map, with the same figures as a table, ready for the template shared/map. The
 * table is the truth; the drawing repeats it for those who see it, and is no map to measure on.
 *
 * @param id unique on the page, letters, digits and hyphens
 * @param note what the shades count and on which basis
 * @param patchWord heading of the table's first column
 * @param figureWord heading of its second
 * @param key the shades from light to dark with their bounds; empty where no shade is used
 */
public record CountyMap(
        String id,
        String headline,
        String note,
        String patchWord,
        String figureWord,
        int width,
        int height,
        List<Patch> patches,
        List<Shade> key) {

    /**
     * A patch on the map and in the table.
     *
     * @param figure as shown; a dash where there is none
     * @param fill colour of its tiles
     * @param light whether the name on them is white
     * @param tiles outline of all its tiles
     * @param border the line around the patch
     * @param url where its name in the table leads, if anywhere
     */
    public record Patch(
            String code,
            String name,
            String figure,
            String fill,
            boolean light,
            String tiles,
            String border,
            List<Line> lines,
            @Nullable String url) {}

    /** One line of a patch's name on the map. */
    public record Line(double x, double y, String text) {}

    /** @param words the bounds, like {@code 4 to 7} */
    public record Shade(String fill, String words) {}
}
