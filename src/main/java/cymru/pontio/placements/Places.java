package cymru.pontio.placements;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names of localities by their code, in the reader's language. */
@Component
class Places {
    private final Areas areas;

    Places(Areas areas) {
        this.areas = areas;
    }

    Map<String, String> names(Locale locale) {
        boolean welsh = locale.getLanguage().equals("cy");
        return areas.all().stream()
                .collect(Collectors.toMap(Locality::code, one -> welsh ? one.nameCy() : one.nameEn()));
    }
}
