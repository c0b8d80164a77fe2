package cymru.pontio.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Most addresses have a variable, and Spring holds a request for one against all of the hundreds of routes: a fifth of what
 * the page of a package cost. Here a route that begins or ends otherwise is not tried.
 */
@Component
class RouteMapping implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Likely();
    }

    private static final class Likely extends RequestMappingHandlerMapping {
        private final Map<RequestMappingInfo, Ends> known = new ConcurrentHashMap<>();

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo route, HttpServletRequest request) {
            String path = ServletRequestPathUtils.getCachedPathValue(request);
            return known.computeIfAbsent(route, Ends::of).fit(path) ? super.getMatchingMapping(route, request) : null;
        }
    }

    /** What stands before a route's first variable and after its last, or all of it; nothing for one with several patterns. */
    private record Ends(String first, String last) {
        static Ends of(RequestMappingInfo route) {
            Set<String> patterns = route.getPatternValues();
            String pattern = patterns.size() == 1 ? patterns.iterator().next() : "*";
            if (pattern.contains("*")) return new Ends("", "");
            if (!pattern.contains("{")) return new Ends(pattern, pattern);
            return new Ends(
                    pattern.substring(0, pattern.indexOf('{')), pattern.substring(pattern.lastIndexOf('}') + 1));
        }

        boolean fit(String path) {
            return path.startsWith(first) && path.endsWith(last);
        }
    }
}
