package cymru.pontio.notifications.calendar;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.people.PeopleExamples;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.HandbackReason;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PontioTest
class CalendarPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    PackageExamples packages;

    @Autowired
    PeopleExamples people;

    @Autowired
    PlacementExamples placements;

    @Autowired
    Endings endings;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theCalendarHoldsWhatItsPersonMaySeeAndNobodysName() throws UnsupportedEncodingException {
        PeopleExamples.Marked person = people.personWithMarks(county.socialWorker());
        AdvertFacts open = adverts.publish(county, packages.approved(county, "llanidloes", person.ref()));
        PlacementExamples.Accepted pending = placements.pending(county, person.ref());
        String own = fetch(make(pending.provider()));
        assertThat(own).contains("Placement " + pending.ref() + ": care starts", "TRANSP:TRANSPARENT");
        assertThat(fetch(make(county.providerB()))).contains("Opportunity " + open.ref());
        assertThat(fetch(make(county.providerC())))
                .doesNotContain(open.ref().value(), pending.ref().value());
        String broker = fetch(make(county.broker()));
        assertThat(broker).contains("Round " + open.ref(), pending.ref().value());
        String team = fetch(make(county.socialWorker()));
        assertThat(team)
                .contains(
                        pending.ref().value(),
                        "/en/packages/" + pending.carePackage().ref());
        assertThat(fetch(make(county.otherSocialWorker())))
                .doesNotContain(pending.ref().value());
        List<String> details = person.marks().subList(0, person.marks().size() - 1);
        for (String calendar : List.of(own, broker, team)) assertThat(calendar).doesNotContain(details);
    }

    /** Seeded faults: ends of live placements asked for; placements on notice asked for whether there is a day or not. */
    @Test
    void theCalendarHoldsTheDayOnWhichANoticeEnds() throws UnsupportedEncodingException {
        LocalDate today = Zone.dayOf(Instant.now());
        PlacementExamples.Accepted live = placements.live(county, today.minusDays(3));
        PlacementExamples.Accepted without = placements.live(county, today.minusDays(3));
        endings.handBack(live.provider(), live.ref(), HandbackReason.RATE, "", today.plusDays(28));
        setStatus(without, "NOTICE_GIVEN");
        try {
            assertThat(fetch(make(live.provider())))
                    .contains("Placement " + live.ref() + ": first day without it")
                    .doesNotContain(without.ref().value());
        } finally {
            setStatus(without, "LIVE");
        }
    }

    private void setStatus(PlacementExamples.Accepted one, String status) {
        jdbc.sql("update placements.placement set status = ? where id = ?")
                .params(status, one.id())
                .update();
    }

    @Test
    void aNewAddressEndsTheOldAndStoppingEndsBoth() throws UnsupportedEncodingException {
        Actor actor = county.finance();
        String first = make(actor);
        String second = make(actor);
        assertThat(mvc.get().uri(first)).hasStatus(404);
        assertThat(fetch(second)).startsWith("BEGIN:VCALENDAR");
        assertThat(jdbc.sql("select count(*) from notifications.calendar where encode(token_hash, 'escape') like ?")
                        .param("%" + token(second) + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(mvc.get().uri("/en/inbox/calendar").with(as(actor)))
                .bodyText()
                .contains("Make a new address", "Stop the calendar")
                .doesNotContain(token(second));
        assertThat(mvc.post()
                        .uri("/en/inbox/calendar/revocation")
                        .with(as(actor))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(mvc.get().uri(second)).hasStatus(404);
    }

    /** Seeded fault: ask for the account in place of the actor in Calendars.fetch. */
    @Test
    void whoMayNoLongerSignInHasNoCalendar() throws UnsupportedEncodingException {
        String address = make(county.managerWithoutLimit());
        assertThat(mvc.get().uri(address)).hasStatusOk();
        jdbc.sql("update identity.account set status = 'SUSPENDED' where id = ?")
                .param(county.managerWithoutLimit().userId())
                .update();
        try {
            assertThat(mvc.get().uri(address)).hasStatus(404);
        } finally {
            jdbc.sql("update identity.account set status = 'ACTIVE' where id = ?")
                    .param(county.managerWithoutLimit().userId())
                    .update();
        }
    }

    private String make(Actor actor) throws UnsupportedEncodingException {
        var made = mvc.post()
                .uri("/en/inbox/calendar")
                .with(as(actor))
                .with(csrf())
                .exchange();
        assertThat(made).hasStatusOk();
        String address = Jsoup.parse(made.getResponse().getContentAsString())
                .getElementById("address")
                .attr("value");
        return address.substring("http://localhost:8080".length());
    }

    private String fetch(String address) throws UnsupportedEncodingException {
        var fetched = mvc.get().uri(address).exchange();
        assertThat(fetched).hasStatusOk().hasContentTypeCompatibleWith("text/calendar");
        return fetched.getResponse().getContentAsString().replace("\r\n ", "");
    }

    private static String token(String address) {
        return address.substring(address.lastIndexOf('/') + 1, address.length() - 4);
    }
}
