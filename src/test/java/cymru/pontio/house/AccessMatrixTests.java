package cymru.pontio.house;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Role;
import cymru.pontio.support.PontioTest;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address the product answers × every role, against a table written by hand. An address without a row fails, and so
 * does a row whose address is gone. Seeded fault: take a role out of a rule of PageSecurity.
 */
@PontioTest
class AccessMatrixTests {
    private static final Path TABLE = Path.of("src/test/resources/access-matrix.csv");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    FilterChainProxy chain;

    @Test
    void eachAddressOpensForTheRolesOfTheTableAndForNoOther() throws IOException {
        Map<String, String> actual = actual();
        if (Boolean.getBoolean("pontio.redraw")) {
            Files.write(
                    TABLE,
                    actual.entrySet().stream()
                            .map(row -> row.getKey() + ";" + row.getValue())
                            .toList());
        }
        assertThat(actual.entrySet())
                .as(
                        "addresses and roles; -Dpontio.redraw=true writes the table anew, to be read before it is committed")
                .containsExactlyElementsOf(table().entrySet());
    }

    @Test
    void whatIsNotListedIsClosedToEverybody() {
        for (Role role : Role.values())
            assertThat(opens("GET", "/not-listed", as(role))).isFalse();
    }

    /** What no provider may ever open, whatever the table says. */
    @Test
    void providersOpenNothingOfTheCouncils() throws IOException {
        table().forEach((address, roles) -> {
            if (address.matches(".*/(packages|people|desk|waiting-list|bridging|reports|audit|accounts|awards)\\b.*"))
                assertThat(roles).as(address).doesNotContain("PROVIDER");
        });
    }

    private Map<String, String> actual() {
        Map<String, String> found = new TreeMap<>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            if (!method.getBeanType().getName().startsWith("cymru.pontio")) return;
            for (String pattern : patterns(info)) {
                for (String verb : verbs(info)) found.put(verb + " " + pattern, who(verb, pattern));
            }
        });
        return found;
    }

    private String who(String verb, String pattern) {
        String path = pattern.replaceAll("\\{[^}]*}", "x");
        if (opens(verb, path, anonymous())) return "PUBLIC";
        List<String> roles = Stream.of(Role.values())
                .filter(role -> opens(verb, path, as(role)))
                .map(Role::name)
                .toList();
        return roles.size() == Role.values().length ? "SIGNED_IN" : String.join(" ", roles);
    }

    private boolean opens(String verb, String path, Authentication who) {
        MockHttpServletRequest request = new MockHttpServletRequest(verb, "/en" + path);
        request.setContextPath("/en");
        request.setServletPath(path);
        AuthorizationFilter filter = filters()
                .filter(AuthorizationFilter.class::isInstance)
                .map(AuthorizationFilter.class::cast)
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(filter.getAuthorizationManager().authorize(() -> who, request))
                .isGranted();
    }

    private Stream<Filter> filters() {
        // That of the pages: what systems call with tokens is open to nobody who is signed in.
        return chain.getFilterChains().getLast().getFilters().stream();
    }

    static Map<String, String> table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(";", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1], (a, b) -> a, TreeMap::new));
    }

    private static TreeSet<String> patterns(RequestMappingInfo info) {
        return new TreeSet<>(info.getPatternValues());
    }

    private static List<String> verbs(RequestMappingInfo info) {
        List<String> verbs = info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .sorted()
                .toList();
        return verbs.isEmpty() ? List.of("GET") : verbs;
    }

    private static Authentication as(Role role) {
        return UsernamePasswordAuthenticationToken.authenticated(
                "somebody", null, AuthorityUtils.createAuthorityList(role.name()));
    }

    private static Authentication anonymous() {
        return new AnonymousAuthenticationToken(
                "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }
}
