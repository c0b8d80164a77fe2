package cymru.pontio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import cymru.pontio.kernel.Actor;
import cymru.pontio.support.Browser;
import cymru.pontio.support.County;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each role's own pages in a real browser: axe finds nothing, and nothing runs off a phone's edge. One class for each language,
 * so that the two can be read at once.
 */
abstract class ReadingJourney extends Browser {
    private final String language;

    ReadingJourney(String language) {
        this.language = language;
    }

    @Autowired
    County county;

    @Test
    void eachRoleReadsItsPages() {
        read(county.socialWorker(), "/home", "/packages", "/packages/new", "/people", "/people/new", "/waiting-list");
        read(
                county.broker(),
                "/home",
                "/desk",
                "/packages",
                "/placements",
                "/waiting-list",
                "/waiting-list/plan",
                "/waiting-list/runs",
                "/bridging");
        read(
                county.commissioner(),
                "/reports",
                "/reports/headline",
                "/reports/hours-delivered",
                "/reports/waiting-list",
                "/reports/bridging",
                "/measures",
                "/weighting",
                "/awards");
        read(
                county.commissioner(),
                "/rates",
                "/rates/bounds",
                "/rates/changes",
                "/rates/changes/new/CARD",
                "/rates/bank-holidays",
                "/rates/price?service=SESSIONAL&locality=hay&days=1&days=5&minutes=30&workers=2&from.day=30&from.month=3&from.year=2026&span=WEEK",
                "/rates/simplification",
                "/rates/simplification/new",
                "/rates/simplification/uplift");
        read(county.providerA(), "/home", "/opportunities", "/bids", "/offers", "/visits/imports", "/visits/new");
        read(county.inhouse(), "/home", "/bridging", "/bridging/capacity");
        read(county.auditor(), "/audit", "/audit/readings");
        read(county.admin(), "/accounts");
    }

    @Test
    void thePublicPagesAreReadable() {
        for (String path : List.of("/sign-in", "/help", "/accessibility", "/privacy", "/cookies"))
            check(language + path);
        page.navigate(url("/"));
        assertAccessible(page);
    }

    private void read(Actor who, String... paths) {
        page.context().clearCookies();
        page.navigate(url("/" + language + "/sign-in"));
        page.fill("#username", county.usernameOf(who));
        page.fill("#password", County.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL("**/home");
        for (String path : paths) check(language + path);
    }

    private void check(String path) {
        page.setViewportSize(1280, 900);
        page.navigate(url("/" + path));
        assertThat(page.locator("h1").count()).as("headings of " + path).isEqualTo(1);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(path.substring(0, 2));
        assertThat(page.content()).as(path).doesNotContain("??");
        assertAccessible(page);
        page.setViewportSize(320, 640);
        assertThat(overflow(page)).as(path + " at 320 px").isLessThanOrEqualTo(0);
    }

    private static int overflow(Page shown) {
        return ((Number)
                        shown.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))
                .intValue();
    }
}
