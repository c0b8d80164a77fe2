package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A room with something nobody may overlook says so here; the sentence stands on every home page until it is gone. */
public interface Alerts {
    List<Alert> of(Actor actor);

    /**
     * @param links of what the sentence names to the page about it, for readers who may open that
     * @param args what ICU puts into the sentence
     */
    record Alert(String messageKey, Map<String, String> links, Object[] args) {
        public Alert(String messageKey, Object... args) {
            this(messageKey, Map.of(), args);
        }

        public Alert linking(Map<String, String> links) {
            return new Alert(messageKey, links, args);
        }

        /** The sentence in a language, cut where a link begins or ends. */
        List<Part> parts(String sentence) {
            Map<Integer, String> found = new TreeMap<>();
            links.keySet().forEach(name -> {
                int at = sentence.indexOf(name);
                if (at >= 0) found.put(at, name);
            });
            List<Part> parts = new ArrayList<>();
            int read = 0;
            for (Map.Entry<Integer, String> one : found.entrySet()) {
                parts.add(new Part(sentence.substring(read, one.getKey()), null));
                parts.add(new Part(one.getValue(), links.get(one.getValue())));
                read = one.getKey() + one.getValue().length();
            }
            parts.add(new Part(sentence.substring(read), null));
            return parts;
        }
    }

    /** @param path none for plain words */
    record Part(String text, @Nullable String path) {}
}
