package cymru.pontio.site;

import static cymru.pontio.kernel.Role.*;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which sections each role sees in the bar on top. It only shows; {@link PageSecurity} decides. */
@Component
class Navigation {
    private record Section(String name, String path, Role... roles) {
        boolean holds(String here) {
            return here.startsWith(path) && (here.length() == path.length() || here.charAt(path.length()) == '/');
        }
    }

    private static final List<Section> SECTIONS = List.of(
            new Section("home", "/home", Role.values()),
            new Section("desk", "/desk", BROKER, COMMISSIONER),
            new Section("packages", "/packages", SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER),
            new Section("opportunities", "/opportunities", PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR),
            new Section("bids", "/bids", PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR),
            new Section("offers", "/offers", PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR),
            new Section("capacity", "/capacity", PROVIDER_MANAGER, PROVIDER_COORDINATOR),
            new Section("awards", "/awards", BROKER, COMMISSIONER, TEAM_MANAGER),
            new Section("placements", "/placements", PROVIDER_MANAGER, PROVIDER_COORDINATOR, BROKER, COMMISSIONER),
            new Section(
                    "variations",
                    "/variations",
                    SOCIAL_WORKER,
                    TEAM_MANAGER,
                    BROKER,
                    COMMISSIONER,
                    FINANCE,
                    PROVIDER_MANAGER,
                    PROVIDER_COORDINATOR,
                    INHOUSE_COORDINATOR),
            new Section("absences", "/absences", SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER),
            new Section("suspensions", "/suspensions", COMMISSIONER, FINANCE),
            new Section("shortCalls", "/short-calls", TEAM_MANAGER, COMMISSIONER),
            new Section("enablement", "/enablement", INHOUSE_COORDINATOR, COMMISSIONER),
            new Section("imports", "/visits/imports", PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR),
            new Section(
                    "calls",
                    "/calls/exceptions",
                    SOCIAL_WORKER,
                    TEAM_MANAGER,
                    BROKER,
                    COMMISSIONER,
                    FINANCE,
                    PROVIDER_MANAGER,
                    PROVIDER_COORDINATOR,
                    INHOUSE_COORDINATOR),
            new Section("people", "/people", SOCIAL_WORKER, TEAM_MANAGER),
            new Section("findCare", "/find-care", SOCIAL_WORKER),
            new Section(
                    "waiting", "/waiting-list", SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER, INHOUSE_COORDINATOR),
            new Section("bridging", "/bridging", INHOUSE_COORDINATOR, BROKER, COMMISSIONER),
            new Section("reports", "/reports", BROKER, COMMISSIONER, FINANCE, TEAM_MANAGER, INHOUSE_COORDINATOR),
            new Section("standing", "/standing", PROVIDER_MANAGER, PROVIDER_COORDINATOR),
            new Section("measures", "/measures", PROVIDER_MANAGER, PROVIDER_COORDINATOR),
            new Section("market", "/market", COMMISSIONER, BROKER, FINANCE, DP_ADVISER),
            new Section("audit", "/audit", AUDITOR),
            new Section("accounts", "/accounts", ADMIN));

    /** All that the bar on top follows from: the roles, and the section the page is in. */
    String place(Actor actor, HttpServletRequest request) {
        StringBuilder place = new StringBuilder();
        for (Role role : Role.values()) if (actor.is(role)) place.append(role).append(' ');
        for (Section section : SECTIONS) if (section.holds(request.getServletPath())) place.append(section.name());
        return place.toString();
    }

    List<Frame.NavItem> of(Actor actor, HttpServletRequest request) {
        String here = request.getServletPath();
        return SECTIONS.stream()
                .filter(section -> actor.isAny(section.roles()))
                .map(section -> new Frame.NavItem(
                        "site.nav." + section.name(), request.getContextPath() + section.path(), section.holds(here)))
                .toList();
    }
}
