package cymru.pontio.site;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** What can be asked for by a link: many an address only takes what a button sends, and a link to it would find nothing. */
@Component
class ShownPages {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile @Nullable List<PathPattern> known;

    ShownPages(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** The path itself if it is a page, or else the nearest page above it. */
    String nearest(String path) {
        String page = path;
        while (!page.isEmpty() && !isShown(page)) page = above(page);
        return page.isEmpty() ? "/home" : page;
    }

    /** The nearest page above the path. */
    String nearestAbove(String path) {
        return nearest(above(path));
    }

    private static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private boolean isShown(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return pages().stream().anyMatch(page -> page.matches(asked));
    }

    private List<PathPattern> pages() {
        List<PathPattern> pages = known;
        if (pages == null) {
            pages = mappings.getObject().getHandlerMethods().keySet().stream()
                    .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                    .flatMap(ShownPages::patterns)
                    .toList();
            known = pages;
        }
        return pages;
    }

    private static Stream<PathPattern> patterns(RequestMappingInfo route) {
        var condition = route.getPathPatternsCondition();
        return condition == null ? Stream.empty() : condition.getPatterns().stream();
    }
}
