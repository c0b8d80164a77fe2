package cymru.pontio.house;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.bridging.BridgingExamples;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.site.Frame;
import cymru.pontio.site.PackageTabs;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.LocalDate;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which pages a package has, from its approval to its care, and who may open them. Seeded fault: take each condition for true. */
@PontioTest
class PackageTabsTests {
    @Autowired
    County county;

    @Autowired
    PlacementExamples placements;

    @Autowired
    PackageExamples packages;

    @Autowired
    BridgingExamples bridging;

    @Autowired
    PackageTabs tabs;

    @Autowired
    Clock clock;

    @Test
    void anApprovedPackageHasPagesAboutProvidersCoverAndAbsences() {
        PackageFacts approved = placements.approved(county);
        pages(county.socialWorker(), approved)
                .containsExactly("", "/match", "/cover", "/absences", "/refusals", "/history");
        pages(county.broker(), approved)
                .containsExactly("", "/match", "/advert", "/bids", "/award", "/cover", "/absences", "/history");
        pages(county.inhouse(), approved).isEmpty();
        pages(county.providerA(), approved).isEmpty();
    }

    /** Seeded fault: ask only whether it is still with its writers. */
    @Test
    void aDraftThatWasWithdrawnHasNoPagesAboutProvidersAndCover() {
        PackageRef draft = packages.draft(county, "newtown");
        packages.withdraw(county.socialWorker(), draft);
        pages(county.socialWorker(), draft).containsExactly("", "/refusals", "/history");
    }

    @Test
    void theInHouseTeamHasThePageAboutCoverOnceItWasAsked() {
        PackageFacts asked = placements.approved(county);
        bridging.requested(county, asked);
        pages(county.inhouse(), asked).containsExactly("/cover");
    }

    @Test
    void visitsComeWithTheAcceptanceAndChangesWithTheFirstVisit() {
        PackageFacts accepted = placements.pending(county).carePackage();
        pages(county.broker(), accepted).contains("/visits", "/flexible").doesNotContain("/variations");
        LocalDate first = LocalDate.now(clock).minusDays(3);
        pages(county.broker(), placements.live(county, first).carePackage())
                .containsExactly(
                        "",
                        "/match",
                        "/advert",
                        "/bids",
                        "/award",
                        "/cover",
                        "/variations",
                        "/absences",
                        "/visits",
                        "/flexible",
                        "/history");
    }

    private ListAssert<String> pages(Actor actor, PackageFacts carePackage) {
        return pages(actor, carePackage.ref());
    }

    private ListAssert<String> pages(Actor actor, PackageRef ref) {
        String path = "/packages/" + ref;
        return assertThat(tabs.of(actor, ref.value(), "").stream()
                .map(Frame.NavItem::url)
                .peek(url -> assertThat(url).startsWith(path))
                .map(url -> url.substring(path.length()))
                .toList());
    }
}
