package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import java.util.List;

/** A room's figures for the home page of the person asking; each leads to the list it counts. */
public interface HomeTile {
    List<Tile> of(Actor actor);

    /**
     * @param order tiles stand in this order, rooms in the order of the work; the warm before all others, the empty
     *     after them
     * @param number what the list behind it holds
     * @param labelKey a few words
     * @param path where the list is, without language
     * @param urgent somebody may be without care: stands out unless there is none
     */
    record Tile(int order, long number, String labelKey, String path, boolean urgent) {
        public Tile(int order, long number, String labelKey, String path) {
            this(order, number, labelKey, path, false);
        }

        public boolean warm() {
            return urgent && number > 0;
        }

        public boolean empty() {
            return number == 0;
        }
    }
}
