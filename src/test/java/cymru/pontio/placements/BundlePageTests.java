package cymru.pontio.placements;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.BundleExamples;
import cymru.pontio.adverts.BundleFacts;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A bundle from the broker’s form to the offers, as each sees it. */
@PontioTest
class BundlePageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @Autowired
    BundleExamples bundles;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aBrokerPublishesSeveralPackagesTogether() {
        PackageFacts one = packages.approved(county, "newtown");
        PackageFacts other = packages.approved(county, "llanidloes");
        String form = "/bundles/new?package=" + one.ref() + "," + other.ref();
        assertThat(get("/en" + form, county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains(one.ref().value(), other.ref().value(), "parts[1].need", "Publish together")
                .as("questions end when the council is there to answer them")
                .containsPattern("name=\"questionsAt\" value=\"(09|1[0-6]):");
        assertThat(get("/cy" + form, county.broker())).hasStatusOk().bodyText().contains("Cyhoeddi gyda’i gilydd");
        assertThat(get("/en/bundles/new?package=" + one.ref(), county.broker())).hasStatus(409);
        assertThat(get("/en/bundles/new", county.broker())).hasStatus(409);
        assertThat(publish("/en", one, other, "Mrs Jones at 4 High Street"))
                .hasStatus(422)
                .bodyText()
                .contains("“Mrs Jones”, “4 High Street”", other.ref().value());
        assertThat(publish("/en", one, other, ""))
                .hasStatus(422)
                .bodyText()
                .contains("Package " + other.ref() + ": say what the person needs");
        assertThat(publish("/cy", one, other, ""))
                .hasStatus(422)
                .bodyText()
                .contains("Pecyn " + other.ref() + ": dywedwch beth sydd ei angen ar y person");
        MvcTestResult done = publish("/en", one, other, "Help to wash and dress");
        assertThat(done).hasStatus(302);
        String path = done.getResponse().getRedirectedUrl();
        assertThat(path).contains("/bundles/BND-").endsWith("?done=adverts.bundled");
        String page = path.substring(0, path.indexOf('?')).replaceFirst("^/en", "");
        assertThat(get("/en" + page, county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Bids are sealed", "Set ")
                .doesNotContain("/award\"");
        assertThat(get("/en/bundles", county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains(page);
        assertThat(get("/cy/bundles.csv", county.broker())).hasStatusOk();
        assertThat(get("/en" + page + "/award", county.broker())).hasStatus(409);
        assertThat(get("/en" + page, county.providerA())).hasStatus(404);
    }

    @Test
    void aProviderBidsForTheWholeInOneForm() {
        BundleFacts bundle = bundles.open(county, "newtown", "llanidloes");
        String path = "/opportunities/bundles/" + bundle.ref();
        AdvertFacts first = bundle.adverts().getFirst();
        assertThat(get("/en/opportunities/" + first.ref(), county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains("Part of bundle " + bundle.ref());
        assertThat(get("/en" + path, county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains(first.ref().value(), "Bid for several in one form")
                .doesNotContain("PKG-");
        for (String language : List.of("/en", "/cy"))
            assertThat(get(language + path + "/bids/new", county.providerB()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("parts[1].rate");
        assertThat(bid("/en" + path, bundle, "", "99", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("Say how you want them", "value=\"99\"", "Error:");
        assertThat(bid("/en" + path, bundle, "TOGETHER", "23.50", "23.60"))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/bids?done=bidding.bundled");
        String own = jdbc.sql("select ref from bidding.bid where advert_id = ? and provider_id = ?")
                .params(first.id().value(), county.providerA().organisation())
                .query(String.class)
                .single();
        assertThat(get("/en/bids/" + own, county.providerA()))
                .bodyText()
                .contains("You want them only together", bundle.ref().value());
        assertThat(get("/en" + path, county.providerA()))
                .bodyText()
                .contains("See or change your bid")
                .doesNotContain("Bid for several in one form");
        assertThat(get("/cy/bids/" + own + "/withdrawal", county.providerA()))
                .bodyText()
                .contains("tynnu’n ôl gyda’i gilydd");
        assertThat(get("/en" + path, county.broker())).hasStatus(404);
        assertThat(get("/en" + path, county.inhouse())).hasStatus(404);
    }

    @Test
    void theBrokerComparesAndAwardsTheWhole() {
        BundleFacts bundle = bundles.open(county, "newtown", "llanidloes");
        bid("/en/opportunities/bundles/" + bundle.ref(), bundle, "TOGETHER", "23.50", "23.60");
        bundles.close(county, bundle);
        assertThat(get("/en/bundles/" + bundle.ref(), county.broker()))
                .as("seeded fault: let it say until when bids were taken")
                .bodyText()
                .contains("Bids closed on ", "Next, compare the bids", "Compare bids and award")
                .doesNotContain("Bids until", "Whoever moves the deadline");
        String path = "/bundles/" + bundle.ref() + "/award";
        String page = text(get("/en" + path, county.broker()));
        assertThat(page).contains("whole, by Aderyn Care", "only together", "Cost a week");
        assertThat(text(get("/cy" + path, county.broker()))).contains("yn gyfan, gan Aderyn Care");
        var link =
                Pattern.compile("award/review\\?bid=(BID-[^,\"]+,BID-[^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        String[] refs = link.group(1).split(",");
        assertThat(get("/en" + path + "/review?bid=" + refs[0] + "," + refs[1], county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("The offers go to the providers at once");
        assertThat(get("/en" + path + "/review?bid=" + refs[0] + "&bid=", county.broker()))
                .hasStatus(422)
                .bodyText()
                .contains("wants these only together", "value=\"" + refs[0] + "\" selected");
        assertThat(get("/en" + path + "/review", county.broker()))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#bid-1\"", "No bid was chosen");
        String first = jdbc.sql("""
                select p.ref from carepackages.care_package p join adverts.advert a on a.care_package_id = p.id where a.id = ?""")
                .param(bundle.adverts().getFirst().id().value())
                .query(String.class)
                .single();
        assertThat(get("/en/packages/" + first + "/award", county.broker()))
                .bodyText()
                .contains("Only with bundle " + bundle.ref());
        assertThat(get("/en/packages/" + first + "/bids", county.broker()))
                .bodyText()
                .contains("Only together with other bids for bundle " + bundle.ref());
        assertThat(post("/en" + path, county.broker(), List.of("bid", refs[0], "bid", refs[1])))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/award?done=placements.bundleOffered");
        assertThat(text(get("/en" + path, county.broker())))
                .contains(
                        "an award waits for an answer",
                        "Nothing of this bundle is left to decide here",
                        "href=\"/en/packages/" + first + "/award\"");
        assertThat(text(get("/en/packages/" + first + "/advert", county.broker())))
                .as("seeded fault: leave the award that waits out of the page of an advert")
                .contains("Closed, an award waits", " waits for an answer")
                .doesNotContain("no-suitable-bid", "advert/cancellation");
        assertThat(text(get("/en/bundles/" + bundle.ref(), county.broker())))
                .as("seeded fault: leave awards that wait out of the bundle")
                .contains("Bids closed on ", "Closed, an award waits", "Nothing is left to decide here now")
                .doesNotContain("Next, compare the bids", "Compare bids and award");
        String offer = jdbc.sql("select ref from placements.award where bid_ref = ?")
                .param(refs[0])
                .query(String.class)
                .single();
        assertThat(get("/en/offers/" + offer, county.providerA()))
                .bodyText()
                .contains("Your answer here is your answer to all of these offers too");
        assertThat(get("/en/awards/" + offer, county.broker()))
                .bodyText()
                .contains("This award stands and falls with these");
        assertThat(post("/en" + path, county.otherBroker(), List.of("bid", refs[0], "bid", refs[1])))
                .hasStatus(409)
                .bodyText()
                .contains("Award " + offer + " was already offered to the provider by "
                        + county.broker().name());
    }

    /** Seeded fault: ask for an own combination wherever something is left to decide, as before. */
    @Test
    void whereNobodyBidTheBrokerIsLedToCloseEachRound() {
        BundleFacts bundle = bundles.open(county, "newtown", "llanidloes");
        String path = "/bundles/" + bundle.ref() + "/award";
        bundles.close(county, bundle);
        String page = text(get("/en" + path, county.broker()));
        assertThat(page)
                .contains("No bid of this bundle can be awarded", "then its package can be advertised again")
                .doesNotContain("Your own combination", "See what it would mean", "<select");
        var links = Pattern.compile(
                        "href=\"(/en/packages/PKG-[^/]+/advert/no-suitable-bid)\"[^>]*>Close advert ([^,]+),")
                .matcher(page)
                .results()
                .toList();
        assertThat(links)
                .extracting(link -> link.group(2))
                .containsExactlyElementsOf(bundle.adverts().stream()
                        .map(advert -> advert.ref().value())
                        .toList());
        for (var link : links)
            assertThat(get(link.group(1), county.broker()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Close the round");
        assertThat(text(get("/cy" + path, county.broker())))
                .contains("heb gynnig addas", "wedyn gellir hysbysebu ei phecyn eto");
        assertThat(text(get("/en" + path + "/review", county.broker()))).doesNotContain("#bid-1");
    }

    /** Seeded fault: lead on only where nothing at all can be awarded. */
    @Test
    void anAdvertOfABundleThatNobodyBidForIsClosedByItself() {
        BundleFacts bundle = bundles.open(county, "newtown", "llanidloes");
        bid("/en/opportunities/bundles/" + bundle.ref(), bundle, "APART", "23.50");
        bundles.close(county, bundle);
        assertThat(text(get("/en/bundles/" + bundle.ref() + "/award", county.broker())))
                .contains(
                        "Your own combination",
                        "Close advert " + bundle.adverts().getLast().ref())
                .doesNotContain("Close advert " + bundle.adverts().getFirst().ref());
    }

    /** Seeded fault: name all causes together, as if everything waited. */
    @ParameterizedTest
    @ValueSource(strings = {"APART", "TOGETHER"})
    void eachOfferSaysWhetherItGoesAtOnce(String want) {
        BundleFacts bundle = bundles.open(county, "newtown", "llanidloes");
        bid("/en/opportunities/bundles/" + bundle.ref(), bundle, want, "23.50", "30.00");
        bundles.close(county, bundle);
        String award = "/en/bundles/" + bundle.ref() + "/award";
        text(get(award, county.broker()));
        String bids = String.join(
                ",",
                bundle.adverts().stream()
                        .map(advert -> jdbc.sql("select ref from bidding.bid where advert_id = ?")
                                .param(advert.id().value())
                                .query(String.class)
                                .single())
                        .toList());
        String cheap = "Advert " + bundle.adverts().getFirst().ref() + ", Aderyn Care: the offer ";
        String dear = "Advert " + bundle.adverts().getLast().ref() + ", Aderyn Care: a second person has to agree ";
        assertThat(text(get(award + "/review?bid=" + bids, county.broker())))
                .contains(dear, "a year more than the approved plan")
                .contains(
                        cheap + (want.equals("APART") ? "goes to the provider at once" : "waits until a second person"))
                .contains(want.equals("APART") ? "Offer what may go at once" : "Propose to a second person");
    }

    /** Seeded fault: name the award's own causes alone. */
    @Test
    void whatStandsAndFallsWithAnotherSaysWhyASecondPersonDecides() {
        BundleFacts bundle = bundles.open(county, "newtown", "llanidloes");
        String path = "/en/opportunities/bundles/" + bundle.ref();
        bid(county.providerA(), path, bundle, "TOGETHER", "23.50", "30.00");
        bid(county.providerB(), path, bundle, "APART", "24.50", "22.80");
        bundles.close(county, bundle);
        String award = "/en/bundles/" + bundle.ref() + "/award";
        text(get(award, county.broker()));
        List<String> bids = bundle.adverts().stream()
                .map(advert -> jdbc.sql("select ref from bidding.bid where advert_id = ? and provider_id = ?")
                        .params(advert.id().value(), county.providerA().organisation())
                        .query(String.class)
                        .single())
                .toList();
        assertThat(post(
                        award,
                        county.broker(),
                        List.of("bid", bids.getFirst(), "bid", bids.getLast(), "reason", "One run for one agency")))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/award?done=placements.bundleProposed");
        String top = jdbc.sql("select ref from placements.award where bid_ref = ? and top")
                .param(bids.getFirst())
                .query(String.class)
                .single();
        assertThat(get("/en/awards/" + top, county.commissioner()))
                .bodyText()
                .contains(
                        "because one of the awards it stands and falls with needs that", "A commissioner decides. Not")
                .doesNotContain("A second person has to decide, because:");
        assertThat(get("/cy/awards/" + top, county.commissioner()))
                .bodyText()
                .contains("am fod angen hynny ar un o’r dyfarniadau");
    }

    /** Seeded fault: name the manager of the team, who may decide on an award by itself above the plan. */
    @Test
    void onlyACommissionerDecidesOnWhatStandsAndFallsTogether() {
        BundleFacts bundle = bundles.open(county, "newtown", "llanidloes");
        bid("/en/opportunities/bundles/" + bundle.ref(), bundle, "TOGETHER", "30.00", "30.00");
        bundles.close(county, bundle);
        String award = "/en/bundles/" + bundle.ref() + "/award";
        text(get(award, county.broker()));
        List<String> both = new ArrayList<>();
        bundle.adverts()
                .forEach(advert -> both.addAll(List.of(
                        "bid",
                        jdbc.sql("select ref from bidding.bid where advert_id = ?")
                                .param(advert.id().value())
                                .query(String.class)
                                .single())));
        assertThat(post(award, county.broker(), both)).hasStatus(302);
        String ref = jdbc.sql("select ref from placements.award where bid_ref = ?")
                .param(both.getLast())
                .query(String.class)
                .single();
        assertThat(get("/en/awards/" + ref, county.manager()))
                .bodyText()
                .contains("A second person has to decide, because:", "A commissioner decides. Not")
                .doesNotContain("or the manager of the package’s team", "Approve and offer");
    }

    @Test
    void leavingTheBestBidOutOfABundleNeedsAReason() {
        BundleFacts bundle = bundles.open(county, "newtown", "llanidloes");
        String path = "/en/opportunities/bundles/" + bundle.ref();
        assertThat(bid(county.providerA(), path, bundle, "APART", "23.50", "23.60"))
                .hasStatus(302);
        assertThat(bid(county.providerB(), path, bundle, "APART", "24.50", "24.60"))
                .hasStatus(302);
        bundles.close(county, bundle);
        List<String> second = new ArrayList<>();
        bundle.adverts()
                .forEach(advert -> second.addAll(List.of(
                        "bid",
                        jdbc.sql("select ref from bidding.bid where advert_id = ? and provider_id = ?")
                                .params(advert.id().value(), county.providerB().organisation())
                                .query(String.class)
                                .single())));
        String award = "/bundles/" + bundle.ref() + "/award";
        assertThat(post("/en" + award, county.broker(), second))
                .hasStatus(422)
                .bodyText()
                .contains("Say why you do not choose the best bid that stands");
        assertThat(post("/cy" + award, county.broker(), second))
                .hasStatus(422)
                .bodyText()
                .contains("Dywedwch pam nad ydych yn dewis");
        second.addAll(List.of("reason", "Knows the valley"));
        assertThat(post("/en" + award, county.broker(), second)).hasStatus(302);
        List<String> made = awards(bundle);
        assertThat(made).hasSize(2);
        assertThat(get("/en/awards/" + made.getFirst(), county.commissioner()))
                .bodyText()
                .contains("Awards of the same bundle", "/en/awards/" + made.getLast());
        assertThat(get("/cy/awards/" + made.getLast(), county.commissioner()))
                .bodyText()
                .contains("Dyfarniadau o’r un bwndel", "/cy/awards/" + made.getFirst());
    }

    private List<String> awards(BundleFacts bundle) {
        return bundle.adverts().stream()
                .map(advert -> jdbc.sql("select ref from placements.award where advert_id = ?")
                        .param(advert.id().value())
                        .query(String.class)
                        .single())
                .toList();
    }

    /** Seeded fault: publish what was written for a package that was approved anew since. */
    @Test
    void aPackageThatWasRewrittenIsNotPublishedInTheWordsOfBefore() {
        PackageFacts one = packages.approved(county, "newtown");
        PackageFacts other = packages.approved(county, "newtown");
        String form = "/en/bundles/new?package=" + one.ref() + "," + other.ref();
        var stamp = Pattern.compile("name=\"parts\\[1].stamp\" value=\"([0-9]+)\"")
                .matcher(text(get(form, county.broker())));
        assertThat(stamp.find()).isTrue();
        packages.rewrite(county, other.ref(), "Help with meals only.");
        assertThat(publish("/en", one, other, "Help to wash", "parts[1].stamp", stamp.group(1)))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Package " + other.ref() + " was approved again on",
                        ">Help to wash</textarea>",
                        "Help with meals only.")
                .doesNotContain("Package " + one.ref() + " was approved again");
        assertThat(publish("/cy", one, other, "Help to wash", "parts[1].stamp", stamp.group(1)))
                .hasStatus(422)
                .bodyText()
                .contains("Cymeradwywyd pecyn " + other.ref() + " eto ar");
    }

    private MvcTestResult publish(String language, PackageFacts one, PackageFacts other, String need, String... more) {
        LocalDateTime deadline =
                LocalDateTime.now(cymru.pontio.kernel.Zone.LONDON).plusDays(3);
        List<String> fields = new ArrayList<>(List.of(more));
        if (more.length == 0) fields.addAll(List.of("parts[1].stamp", adverts.stamp(other)));
        fields.addAll(List.of(
                "parts[0].stamp",
                adverts.stamp(one),
                "parts[0].ref",
                one.ref().value(),
                "parts[0].need",
                "Help to wash",
                "parts[0].textLanguage",
                "en",
                "parts[1].ref",
                other.ref().value(),
                "parts[1].need",
                need,
                "parts[1].textLanguage",
                "en",
                "deadlineOn.day",
                "" + deadline.getDayOfMonth(),
                "deadlineOn.month",
                "" + deadline.getMonthValue(),
                "deadlineOn.year",
                "" + deadline.getYear(),
                "deadlineAt",
                "12:00",
                "questionsOn.day",
                "" + deadline.getDayOfMonth(),
                "questionsOn.month",
                "" + deadline.getMonthValue(),
                "questionsOn.year",
                "" + deadline.getYear(),
                "questionsAt",
                "9:00"));
        return post(language + "/bundles", county.broker(), fields);
    }

    private MvcTestResult bid(String path, BundleFacts bundle, String want, String... rates) {
        return bid(county.providerA(), path, bundle, want, rates);
    }

    private MvcTestResult bid(Actor provider, String path, BundleFacts bundle, String want, String... rates) {
        List<String> fields = new ArrayList<>(List.of("want", want, "welsh", "true", "note", ""));
        for (int i = 0; i < rates.length; i++) {
            AdvertFacts advert = bundle.adverts().get(i);
            String part = "parts[" + i + "].";
            fields.addAll(List.of(
                    part + "advert",
                    advert.ref().value(),
                    part + "offered",
                    "true",
                    part + "rate",
                    rates[i],
                    part + "start.day",
                    "" + advert.startEarliest().getDayOfMonth(),
                    part + "start.month",
                    "" + advert.startEarliest().getMonthValue(),
                    part + "start.year",
                    "" + advert.startEarliest().getYear()));
        }
        return post(path + "/bids", provider, fields);
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }

    private MvcTestResult post(String path, Actor actor, List<String> pairs) {
        var request = mvc.post()
                .uri(path)
                .contentType("application/x-www-form-urlencoded")
                .with(as(actor))
                .with(csrf());
        for (int i = 0; i < pairs.size(); i += 2) request = request.param(pairs.get(i), pairs.get(i + 1));
        return request.exchange();
    }

    private static String text(MvcTestResult shown) {
        return new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
