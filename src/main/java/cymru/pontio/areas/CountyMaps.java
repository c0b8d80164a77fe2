package cymru.pontio.areas;

import cymru.pontio.areas.CountyMap.Shade;
import cymru.pontio.areas.TileMap.Tile;
import cymru.pontio.site.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws figures of the patches on the county's schematic map. */
@Service
public class CountyMaps {
    private static final List<String> LIGHT_TO_DARK = List.of("#e3efec", "#b5d5ce", "#7fb8ad", "#2f857a", "#00594f");
    private static final List<String> KINDS = List.of("#e3efec", "#00594f", "#ffdca8", "#cdd3d0", "#f0c9b8");
    private static final List<String> DARK = List.of("#2f857a", "#00594f");
    private static final String NONE = "#ffffff";
    private static final String DASH = "–";

    private final Areas areas;
    private final JdbcClient jdbc;

    CountyMaps(Areas areas, JdbcClient jdbc) {
        this.areas = areas;
        this.jdbc = jdbc;
    }

    /**
     * The words around a map, in the reader's language.
     *
     * @param id unique on the page
     * @param note what is counted, on which basis
     * @param figure heading of the column of figures
     */
    public record Words(String id, String headline, String note, String figure) {}

    private record Face(String fill, String figure) {}

    /**
     * The more, the darker: at most five shades with about as many patches each.
     *
     * @param figures by the code of the patch; a patch without one is white and has a dash
     * @param format shows a figure, in the table and in the key
     * @param url where the name of a patch leads, without language; null where it leads nowhere
     */
    @Transactional(readOnly = true)
    public CountyMap shaded(
            Formats formats,
            Words words,
            Map<String, ? extends Number> figures,
            DoubleFunction<String> format,
            @Nullable UnaryOperator<String> url) {
        List<Double> bounds = bounds(figures);
        Function<String, Face> face = code -> {
            Number figure = figures.get(code);
            if (figure == null) return new Face(NONE, DASH);
            return new Face(shade(bounds, figure.doubleValue()), format.apply(figure.doubleValue()));
        };
        return draw(formats, words, face, key(formats, bounds, figures, format), url);
    }

    /**
     * Each patch is of a kind, and each kind has a colour.
     *
     * @param kinds number of the kind from 0 to 4 by the code of the patch; without one it is 0
     * @param names of the kinds, in their order
     */
    @Transactional(readOnly = true)
    public CountyMap kinds(
            Formats formats,
            Words words,
            Map<String, Integer> kinds,
            List<String> names,
            @Nullable UnaryOperator<String> url) {
        Function<String, Face> face = code -> {
            int kind = kinds.getOrDefault(code, 0);
            return new Face(KINDS.get(kind), names.get(kind));
        };
        List<Shade> key = new ArrayList<>();
        if (names.size() > 1) for (int i = 0; i < names.size(); i++) key.add(new Shade(KINDS.get(i), names.get(i)));
        return draw(formats, words, face, key, url);
    }

    private CountyMap draw(
            Formats formats,
            Words words,
            Function<String, Face> face,
            List<Shade> key,
            @Nullable UnaryOperator<String> url) {
        Map<String, List<Tile>> tiles = tiles();
        List<Tile> all = tiles.values().stream().flatMap(List::stream).toList();
        List<CountyMap.Patch> patches = areas.choices(formats).stream()
                .map(one -> patch(
                        one.value(),
                        one.label(),
                        face.apply(one.value()),
                        tiles.getOrDefault(one.value(), List.of()),
                        url == null ? null : url.apply(one.value())))
                .toList();
        return new CountyMap(
                words.id(),
                words.headline(),
                words.note(),
                formats.message("areas.patch"),
                words.figure(),
                TileMap.width(all),
                TileMap.height(all),
                patches,
                key);
    }

    private static CountyMap.Patch patch(String code, String name, Face face, List<Tile> tiles, @Nullable String url) {
        return new CountyMap.Patch(
                code,
                name,
                face.figure(),
                face.fill(),
                DARK.contains(face.fill()),
                TileMap.outlines(tiles),
                TileMap.border(tiles),
                TileMap.label(tiles, name),
                url);
    }

    private Map<String, List<Tile>> tiles() {
        record Placed(String locality, Tile tile) {}
        return jdbc
                .sql("select locality, tile_x, tile_y from areas.community order by tile_y, tile_x")
                .query((row, n) -> new Placed(row.getString(1), new Tile(row.getInt(2), row.getInt(3))))
                .stream()
                .collect(
                        Collectors.groupingBy(Placed::locality, Collectors.mapping(Placed::tile, Collectors.toList())));
    }

    /** The least figure of each shade. */
    private static List<Double> bounds(Map<String, ? extends Number> figures) {
        List<Double> values = figures.values().stream()
                .map(Number::doubleValue)
                .sorted()
                .distinct()
                .toList();
        int shades = Math.min(values.size(), LIGHT_TO_DARK.size());
        List<Double> bounds = new ArrayList<>();
        for (int i = 0; i < shades; i++) bounds.add(values.get(i * values.size() / shades));
        return bounds;
    }

    private static String shade(List<Double> bounds, double figure) {
        int shade = 0;
        while (shade + 1 < bounds.size() && figure >= bounds.get(shade + 1)) shade++;
        return LIGHT_TO_DARK.get(shade);
    }

    private static List<Shade> key(
            Formats formats,
            List<Double> bounds,
            Map<String, ? extends Number> figures,
            DoubleFunction<String> format) {
        List<Shade> key = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i++) {
            String fill = LIGHT_TO_DARK.get(i);
            List<Double> within = figures.values().stream()
                    .map(Number::doubleValue)
                    .filter(figure -> shade(bounds, figure).equals(fill))
                    .sorted()
                    .toList();
            String least = format.apply(within.getFirst());
            String most = format.apply(within.getLast());
            key.add(new Shade(fill, least.equals(most) ? least : formats.message("areas.map.between", least, most)));
        }
        return key;
    }
}
