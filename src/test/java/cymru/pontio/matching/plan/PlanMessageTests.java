package cymru.pontio.matching.plan;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.people.PeopleExamples;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.capacity.CapacityExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a plan would have a provider told, approved by a person. An agency covers Llanfair and has declared no hours there. */
@PontioTest
class PlanMessageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @Autowired
    PeopleExamples people;

    @Autowired
    CapacityExamples capacity;

    @Autowired
    Providers providers;

    @Autowired
    Plans plans;

    @Autowired
    PlanRuns runs;

    @Autowired
    PlanMessages messages;

    @Autowired
    PlanNews news;

    @Autowired
    JdbcClient jdbc;

    private record Case(PlanRef plan, Actor agency, String provider, PackageFacts waiting, List<String> marks) {}

    private final List<Case> cases = new ArrayList<>();

    /** Other tests plan the same list. */
    @AfterEach
    void leave() {
        for (Case one : cases) {
            providers.lastDay(one.agency.organisation(), LocalDate.of(2020, 1, 1));
            packages.withdraw(county.socialWorker(), one.waiting.ref());
        }
    }

    private Case waits(WhatIf whatIf) throws Exception {
        Actor agency = capacity.agency("Room to come", Set.of("llanfair"), Embargo.NONE, LocalDate.of(2099, 12, 31));
        PeopleExamples.Marked person = people.personWithMarks(county.socialWorker());
        PackageFacts waiting = packages.approved(county, "llanfair", person.ref());
        PlanRef plan = plans.ask(county.broker(), List.of(Aim.USUAL), whatIf);
        runs.finish();
        Case made = new Case(plan, agency, providers.view(agency.organisation()).ref(), waiting, person.marks());
        cases.add(made);
        return made;
    }

    @Test
    void comesToTheInboxOnceAPersonHasApprovedItAndNamesNobody() throws Exception {
        Case one = waits(WhatIf.NOTHING);
        String plan = "/waiting-list/plan/" + one.plan;
        assertThat(get("/en" + plan, county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Messages to providers", "Send this to Room to come");
        assertThat(sent(one)).isEmpty();
        assertThat(send(one, county.broker())).hasStatus(302);
        String ref = sent(one).getFirst();
        assertThat(news.of("PlanMessageSent", ref)).singleElement().satisfies(told -> {
            assertThat(told.path()).isEqualTo("/plan-messages/" + ref);
            assertThat(told.readers()).isEqualTo(Readers.provider(one.agency.organisation()));
        });
        for (String language : List.of("/en", "/cy"))
            for (Actor reader : List.of(one.agency, county.broker()))
                assertThat(get(language + "/plan-messages/" + ref, reader))
                        .hasStatusOk()
                        .bodyText()
                        .contains("14.75")
                        .doesNotContain(one.waiting.ref().value(), "??")
                        .doesNotContain(one.marks.toArray(String[]::new));
        assertThat(get("/en" + plan, county.commissioner()))
                .bodyText()
                .contains("Sent by " + county.broker().name())
                .doesNotContain("Send this to Room to come");
        assertThat(send(one, county.commissioner())).as("a message comes once").hasStatus(409);
        assertThat(sent(one)).hasSize(1);
    }

    @Test
    void isNobodyElses() throws Exception {
        Case one = waits(WhatIf.NOTHING);
        for (Actor other : List.of(one.agency, county.providerA(), county.manager(), county.auditor()))
            assertThat(send(one, other)).hasStatus(404);
        assertThat(send(one, county.broker())).hasStatus(302);
        String page = "/en/plan-messages/" + sent(one).getFirst();
        for (Actor other : List.of(county.providerA(), county.manager(), county.inhouse(), county.finance()))
            assertThat(get(page, other)).hasStatus(404);
    }

    /** Seeded fault: let of() tell of plans that suppose something; the trigger refuses it then. */
    @Test
    void followsOnlyFromAPlanOfThingsAsTheyAre() throws Exception {
        Case one = waits(new WhatIf("", "", 0, 0, 7, 0));
        assertThat(messages.of(county.broker(), one.plan)).isEmpty();
        assertThatThrownBy(() -> messages.send(county.broker(), one.plan, one.provider))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> insert(one))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("things as they are");
    }

    /** Who is of use depends on what other tests left on the list. */
    @Test
    void isForThoseAloneWhoseHoursWouldBeOfUse() throws Exception {
        Case one = waits(WhatIf.NOTHING);
        List<String> ofUse = messages.of(county.broker(), one.plan).stream()
                .map(PlanMessage::providerRef)
                .toList();
        assertThat(ofUse).contains(one.provider);
        Stream.of(county.providerA(), county.providerB(), county.providerC())
                .map(provider -> providers.view(provider.organisation()).ref())
                .filter(ref -> !ofUse.contains(ref))
                .forEach(ref -> assertThatThrownBy(() -> messages.send(county.broker(), one.plan, ref))
                        .isInstanceOf(NotFound.class));
    }

    @Test
    void isNotSentFromAnOldList() throws Exception {
        Case one = waits(WhatIf.NOTHING);
        jdbc.sql("update matching.plan set inputs_at = inputs_at - interval '8 days' where ref = ?")
                .param(one.plan.value())
                .update();
        assertThatThrownBy(() -> messages.send(county.broker(), one.plan, one.provider))
                .isInstanceOfSatisfying(
                        RuleBroken.class, told -> assertThat(told.messageKey()).isEqualTo("plan.error.old"));
    }

    private int insert(Case one) {
        return jdbc.sql("""
                insert into matching.plan_message (ref, plan_id, provider_id, provider_ref, sent_by, sent_by_name, sent_at)
                select 'MSG-0000-0', id, ?, ?, ?, 'x', now() from matching.plan where ref = ?""")
                .params(one.agency.organisation(), one.provider, county.broker().userId(), one.plan.value())
                .update();
    }

    private List<String> sent(Case one) {
        return jdbc.sql("select ref from matching.plan_message where provider_ref = ?")
                .param(one.provider)
                .query(String.class)
                .list();
    }

    private MvcTestResult send(Case one, Actor actor) {
        return mvc.post()
                .uri("/en/waiting-list/plan/" + one.plan + "/messages")
                .param("provider", one.provider)
                .with(as(actor))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String page, Actor actor) {
        return mvc.get().uri(page).with(as(actor)).exchange();
    }
}
