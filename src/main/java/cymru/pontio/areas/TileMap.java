package cymru.pontio.areas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Six-sided tiles in rows, every other row half a tile to the right. One tile for each community: it shows neighbours, no
 * distances.
 */
final class TileMap {
    private static final double TILE = 44;
    private static final double SIDE = TILE / Math.sqrt(3);
    private static final double MARGIN = 2;
    private static final double LINE = 15;
    private static final int LONGEST = 12;

    private TileMap() {}

    record Tile(int x, int y) {
        private double left() {
            return MARGIN + x * TILE + (y % 2 == 0 ? 0 : TILE / 2);
        }

        private double centreX() {
            return left() + TILE / 2;
        }

        private double centreY() {
            return MARGIN + SIDE + y * SIDE * 1.5;
        }

        /** From the top clockwise. */
        private double[][] corners() {
            double cx = centreX();
            double cy = centreY();
            double half = TILE / 2;
            return new double[][] {
                {cx, cy - SIDE},
                {cx + half, cy - SIDE / 2},
                {cx + half, cy + SIDE / 2},
                {cx, cy + SIDE},
                {cx - half, cy + SIDE / 2},
                {cx - half, cy - SIDE / 2}
            };
        }

        /** Behind the edge from each corner to the next. */
        private Tile neighbour(int edge) {
            int right = y % 2 == 0 ? 0 : 1;
            return switch (edge) {
                case 0 -> new Tile(x + right, y - 1);
                case 1 -> new Tile(x + 1, y);
                case 2 -> new Tile(x + right, y + 1);
                case 3 -> new Tile(x + right - 1, y + 1);
                case 4 -> new Tile(x - 1, y);
                default -> new Tile(x + right - 1, y - 1);
            };
        }
    }

    static int width(List<Tile> tiles) {
        double right =
                tiles.stream().mapToDouble(tile -> tile.left() + TILE).max().orElse(TILE);
        return (int) Math.ceil(right + MARGIN);
    }

    static int height(List<Tile> tiles) {
        double bottom =
                tiles.stream().mapToDouble(tile -> tile.centreY() + SIDE).max().orElse(TILE);
        return (int) Math.ceil(bottom + MARGIN);
    }

    static String outlines(List<Tile> tiles) {
        return tiles.stream().map(TileMap::outline).collect(Collectors.joining());
    }

    /** The edges behind which another patch or nothing begins. */
    static String border(List<Tile> tiles) {
        Set<Tile> own = Set.copyOf(tiles);
        StringBuilder path = new StringBuilder();
        for (Tile tile : tiles) {
            double[][] corners = tile.corners();
            for (int edge = 0; edge < corners.length; edge++) {
                if (own.contains(tile.neighbour(edge))) continue;
                path.append('M').append(point(corners[edge]));
                path.append('L').append(point(corners[(edge + 1) % corners.length]));
            }
        }
        return path.toString();
    }

    /** A name in short lines around the middle of its tiles. */
    static List<CountyMap.Line> label(List<Tile> tiles, String name) {
        if (tiles.isEmpty()) return List.of();
        double x = tiles.stream().mapToDouble(Tile::centreX).average().orElseThrow();
        double y = tiles.stream().mapToDouble(Tile::centreY).average().orElseThrow();
        List<String> texts = lines(name);
        List<CountyMap.Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++)
            lines.add(new CountyMap.Line(round(x), round(y + 4 + (i - (texts.size() - 1) / 2.0) * LINE), texts.get(i)));
        return lines;
    }

    private static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        for (String word : name.split(" ")) {
            int last = lines.size() - 1;
            if (last >= 0 && lines.get(last).length() + word.length() < LONGEST)
                lines.set(last, lines.get(last) + " " + word);
            else lines.add(word);
        }
        return lines;
    }

    private static String outline(Tile tile) {
        StringBuilder path = new StringBuilder();
        for (double[] corner : tile.corners())
            path.append(path.isEmpty() ? 'M' : 'L').append(point(corner));
        return path.append('Z').toString();
    }

    private static String point(double[] at) {
        return String.format(Locale.ROOT, "%.1f %.1f", at[0], at[1]);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
