package cymru.pontio.site;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;

class NavigationTests {
    /** Seeded fault: two sections for one address, as a merge once left them. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void offersEachSectionOnce(Role role) {
        UUID id = UUID.randomUUID();
        Actor actor = new Actor(id, "Somebody", id, "Somewhere", null, Set.of(role), null);
        assertThat(new Navigation().of(actor, new MockHttpServletRequest("GET", "/home")))
                .extracting(Frame.NavItem::url)
                .contains("/home")
                .doesNotHaveDuplicates();
    }
}
