package cymru.pontio.house;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.bidding.BidExamples;
import cymru.pontio.bidding.BidRef;
import cymru.pontio.bidding.BidTerms;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.people.PeopleExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Marks that stand nowhere else in every detail of a person and in the notes of two bids; then every page, list and file
 * of the product as everybody, and who has seen which mark. What is not allowed here must not appear, whatever a page is
 * for.
 */
@PontioTest
class MarksTests {
    private static final String PERSON = "the person";
    private static final String BID_A = "the note of bid A";
    private static final String BID_B = "the note of bid B";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PeopleExamples people;

    @Autowired
    PackageExamples packages;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    BidExamples bids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Map<String, String> matrix = Map.of();

    @Test
    void noMarkReachesEyesItShouldNot() throws IOException {
        matrix = AccessMatrixTests.table();
        PeopleExamples.Marked person = people.personWithMarks(county.socialWorker());
        PackageFacts carePackage = packages.approved(county, "newtown", person.ref());
        AdvertFacts advert = adverts.publish(county, carePackage);
        String noteA = "zqnotea" + System.nanoTime();
        String noteB = "zqnoteb" + System.nanoTime();
        BidRef best = bid(county.providerA(), advert, "23.50", noteA);
        BidRef second = bid(county.providerB(), advert, "24.00", noteB);
        // The reference is what the audit and addresses of pages are allowed to say.
        List<String> details = person.marks().subList(0, person.marks().size() - 1);
        Map<String, List<String>> marks = Map.of(PERSON, details, BID_A, List.of(noteA), BID_B, List.of(noteB));
        Map<String, List<String>> refs = new TreeMap<>(Map.of(
                "packages", List.of(carePackage.ref().value()),
                "people", List.of(person.ref().value()),
                "opportunities", List.of(advert.ref().value()),
                "bids", List.of(best.value(), second.value())));
        Predicate<Actor> team = actor -> actor.isAny(Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
                && Objects.equals(actor.team(), county.socialWorker().team());

        assertSeen(
                "sealed",
                marks,
                refs,
                Map.of(PERSON, team, BID_A, is(county.providerA()), BID_B, is(county.providerB())));

        adverts.close(advert);
        mvc.get()
                .uri("/en/packages/" + carePackage.ref() + "/bids")
                .with(as(county.broker()))
                .exchange();
        post("/packages/" + carePackage.ref() + "/award", county.broker(), "bid", best.value());
        String award = jdbc.sql("select ref from placements.award where care_package_id = ?")
                .param(carePackage.id().value())
                .query(String.class)
                .single();
        refs.put("awards", List.of(award));
        refs.put("offers", List.of(award));
        Predicate<Actor> council =
                is(county.broker(), county.otherBroker(), county.commissioner(), county.otherCommissioner());
        assertSeen(
                "offered",
                marks,
                refs,
                Map.of(
                        PERSON,
                        team,
                        BID_A,
                        council.or(is(county.providerA())),
                        BID_B,
                        council.or(is(county.providerB()))));

        post("/offers/" + award + "/acceptance", county.providerA());
        refs.put(
                "placements",
                jdbc.sql("select ref from placements.placement where care_package_id = ?")
                        .param(carePackage.id().value())
                        .query(String.class)
                        .list());
        assertSeen(
                "accepted",
                marks,
                refs,
                Map.of(
                        PERSON, team.or(is(county.providerA())),
                        BID_A, council.or(is(county.providerA())),
                        BID_B, council.or(is(county.providerB()))));
    }

    /** Nobody sees more than allowed, and those who should see something do: else the test looked at nothing. */
    private void assertSeen(
            String stage,
            Map<String, List<String>> marks,
            Map<String, List<String>> refs,
            Map<String, Predicate<Actor>> allowed) {
        Set<String> wrong = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        for (Actor actor : county.everybody()) {
            for (String address : addresses(refs, actor)) {
                String text = text(address, actor);
                marks.forEach((what, words) -> {
                    if (words.stream().noneMatch(text::contains)) return;
                    seen.add(what);
                    if (!allowed.get(what).test(actor))
                        wrong.add(actor.roles() + " " + actor.name() + " saw " + what + " at " + address);
                });
            }
        }
        assertThat(wrong).as(stage).isEmpty();
        assertThat(seen).as(stage).isEqualTo(marks.keySet());
    }

    private String text(String address, Actor actor) {
        var request = mvc.get().uri("/en" + address);
        try {
            return (actor == null ? request : request.with(as(actor)))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new AssertionError(address, e);
        }
    }

    /**
     * Every address that answers GET, with the references of this story in it. What is closed to the role altogether is
     * left out: {@link AccessMatrixTests} holds that.
     */
    private Set<String> addresses(Map<String, List<String>> refs, Actor actor) {
        Set<String> all = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
            if (!method.getBeanType().getName().startsWith("cymru.pontio")
                    || !(verbs.isEmpty() || verbs.contains(RequestMethod.GET))) return;
            for (String pattern : info.getPatternValues()) if (opens(pattern, actor)) all.addAll(filled(pattern, refs));
        });
        return all;
    }

    private boolean opens(String pattern, Actor actor) {
        String roles = matrix.getOrDefault("GET " + pattern, "PUBLIC");
        return roles.equals("PUBLIC")
                || roles.equals("SIGNED_IN")
                || actor.roles().stream()
                        .anyMatch(role -> List.of(roles.split(" ")).contains(role.name()));
    }

    private static List<String> filled(String pattern, Map<String, List<String>> refs) {
        String noun = pattern.split("/", 3).length > 1 ? pattern.split("/", 3)[1].replace(".csv", "") : "";
        List<String> found = new ArrayList<>();
        for (String ref : refs.getOrDefault(noun, List.of("x")))
            for (String bid : pattern.contains("{bid}") ? refs.getOrDefault("bids", List.of()) : List.of(""))
                found.add(pattern.replaceAll("\\{ref[^}]*}", ref)
                        .replace("{bid}", bid)
                        .replaceAll("\\{position[^}]*}+", "1")
                        .replaceAll("\\{\\w+:([\\w-]+)[^}]*}", "$1")
                        .replaceAll("\\{[^}]*}", "x"));
        return found;
    }

    private BidRef bid(Actor provider, AdvertFacts advert, String rate, String note) {
        BidTerms plain = BidExamples.terms(advert, rate);
        return bids.submit(
                provider,
                advert,
                new BidTerms(plain.rate(), plain.start(), plain.lines(), plain.welshOffered(), note, plain.language()));
    }

    private void post(String path, Actor actor, String... params) {
        var request = mvc.post().uri("/en" + path).with(as(actor)).with(csrf());
        for (int i = 0; i < params.length; i += 2) request.param(params[i], params[i + 1]);
        request.exchange();
    }

    private static Predicate<Actor> is(Actor... some) {
        Set<UUID> ids = Stream.of(some).map(Actor::userId).collect(Collectors.toSet());
        return actor -> ids.contains(actor.userId());
    }
}
