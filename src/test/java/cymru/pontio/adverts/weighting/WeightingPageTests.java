package cymru.pontio.adverts.weighting;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.adverts.Weights;
import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.Lot;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class WeightingPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    WeightSets sets;

    @Test
    void aCommissionerProposesAnotherDecidesAndTheBrokerReadsIt() {
        WeightSet latest = sets.of(county.commissioner(), Lot.LIVE_IN).getFirst();
        if (latest.proposed()) {
            boolean own = county.commissioner().userId().equals(latest.proposedBy());
            sets.withdraw(own ? county.commissioner() : county.otherCommissioner(), Lot.LIVE_IN, latest.number());
        }
        assertThat(get("/en/weighting", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Live-in care", "Set 1, from 1 January 2018");
        assertThat(get("/cy/weighting", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Gofal byw i mewn");
        assertThat(get("/en/weighting.csv", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("quality");
        assertThat(get("/en/weighting/LIVE_IN/proposal", county.commissioner())).hasStatusOk();
        int number = latest.number() + 1;
        Weights before = Objects.requireNonNull(sets.on(sets.day().plusDays(30)).get(Lot.LIVE_IN))
                .weights();
        assertThat(propose("/en", "" + before.quality(), "" + before.price(), "" + latest.number()))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing would change: these are the weights of set");
        assertThat(propose("/en", "" + (before.quality() + 1), "" + (before.price() - 1), "" + latest.number()))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/weighting/LIVE_IN?done=weighting.proposed");
        // Seeded fault: open the form beside a set that waits.
        assertThat(get("/en/weighting/LIVE_IN/proposal", county.commissioner()))
                .hasStatus(409)
                .bodyText()
                .contains(county.commissioner().name() + " proposed a set for this lot on");
        assertThat(get("/en/weighting/LIVE_IN", county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains("Take the proposal back")
                .doesNotContain("Approve this set", "/weighting/LIVE_IN/proposal");
        assertThat(get("/cy/weighting/LIVE_IN", county.otherCommissioner()))
                .hasStatusOk()
                .bodyText()
                .contains("Cymeradwyo’r set hon")
                .doesNotContain("Tynnu’r argymhelliad");
        assertThat(get("/en/weighting/LIVE_IN/" + number + "/refusal", county.otherCommissioner()))
                .hasStatusOk();
        assertThat(post("/en/weighting/LIVE_IN/" + number + "/refusal", county.otherCommissioner(), "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Say why you refuse it");
        assertThat(post("/en/weighting/LIVE_IN/" + number + "/approval", county.commissioner()))
                .hasStatus(409);
        assertThat(post("/en/weighting/LIVE_IN/" + number + "/approval", county.otherCommissioner()))
                .hasStatus(302);
        assertThat(post("/en/weighting/LIVE_IN/" + number + "/approval", county.otherCommissioner()))
                .hasStatus(409);
        assertThat(get("/en/weighting/LIVE_IN/" + number + "/refusal", county.otherCommissioner()))
                .hasStatus(409)
                .bodyText()
                .contains(county.otherCommissioner().name() + " decided on this set on");
    }

    @Test
    void nonsenseIsAnsweredWithAllErrorsAndWhatWasTyped() {
        assertThat(propose("/en", "41", "x", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("Price: enter points as a whole number from 0 to 100", "value=\"41\"");
        assertThat(propose("/cy", "41", "30", "1")).hasStatus(422).bodyText().contains("101 ydynt ar hyn o bryd");
        assertThat(get("/en/weighting/NONSENSE", county.broker())).hasStatus(404);
        assertThat(get("/en/weighting/LIVE_IN/77/refusal", county.commissioner()))
                .hasStatus(404);
    }

    private MvcTestResult propose(String language, String quality, String price, String seen) {
        LocalDate from = sets.day().plusDays(30);
        return post(
                language + "/weighting/LIVE_IN/proposal",
                county.commissioner(),
                "quality",
                quality,
                "price",
                price,
                "start",
                "10",
                "windows",
                "8",
                "continuity",
                "4",
                "welsh",
                "2",
                "capacity",
                "3",
                "run",
                "3",
                "startsOn.day",
                "" + from.getDayOfMonth(),
                "startsOn.month",
                "" + from.getMonthValue(),
                "startsOn.year",
                "" + from.getYear(),
                "reason",
                "An example",
                "seen",
                seen);
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }

    private MvcTestResult post(String path, Actor actor, String... pairs) {
        var request = mvc.post().uri(path).with(as(actor)).with(csrf());
        for (int i = 0; i < pairs.length; i += 2) request = request.param(pairs[i], pairs[i + 1]);
        return request.exchange();
    }
}
