package cymru.pontio.providers.microenterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.microenterprises.MicroExamples.Micro;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class RegisterTests {
    @Autowired
    County county;

    @Autowired
    MicroExamples examples;

    @Autowired
    Register register;

    @Autowired
    Checks checks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void goesFromEnquiryToListedAndOn() {
        Micro micro = examples.listed(county);
        register.step(county.dpAdviser(), micro.ref(), Verb.PAUSE, "On holiday");
        register.step(county.commissioner(), micro.ref(), Verb.LIST, "Back");
        register.step(county.commissioner(), micro.ref(), Verb.END, "Retired");
        assertThat(register.steps(county.commissioner(), micro.ref()))
                .extracting(Register.Step::state)
                .containsExactly(
                        MicroState.ENDED,
                        MicroState.LISTED,
                        MicroState.PAUSED,
                        MicroState.LISTED,
                        MicroState.DUE_DILIGENCE,
                        MicroState.ENQUIRY);
    }

    /** Seeded fault: list without asking the checklist, in the door and in PostgreSQL. */
    @Test
    void nobodyListsWhatTheyChecked() {
        Micro micro = examples.checked(county);
        assertBroken(
                () -> register.step(county.dpAdviser(), micro.ref(), Verb.LIST, "Fine"),
                "microenterprises.error.ownChecks");
        assertThatThrownBy(() -> list(micro, county.dpAdviser()))
                .as("nor in the database")
                .hasStackTraceContaining("is listed by one who checked it");
    }

    /** Seeded fault: list without asking the checklist, in the door and in PostgreSQL. */
    @Test
    void whatIsNotCheckedIsNotListed() {
        Micro micro = examples.checked(county);
        examples.check(county.dpAdviser(), micro, Item.DBS, Check.Outcome.NOT_DONE);
        assertBroken(
                () -> register.step(county.commissioner(), micro.ref(), Verb.LIST, "Fine"),
                "microenterprises.error.incomplete");
        assertThatThrownBy(() -> list(micro, county.commissioner()))
                .as("nor in the database")
                .hasStackTraceContaining("is not complete");
    }

    @Test
    void stepsOutOfOrderAreRefused() {
        Micro micro = examples.enquiry(county);
        assertBroken(
                () -> register.step(county.commissioner(), micro.ref(), Verb.LIST, "Fine"),
                "microenterprises.error.step");
        assertBroken(
                () -> examples.check(county.dpAdviser(), micro, Item.DBS, Check.Outcome.DONE),
                "microenterprises.error.notChecked");
    }

    /** Seeded fault: end without asking whether anybody is helped. */
    @Test
    void whoHelpsSomebodyIsNotEnded() {
        Micro micro = examples.listed(county);
        examples.helps(county, micro, 1);
        assertBroken(
                () -> register.step(county.commissioner(), micro.ref(), Verb.END, "Retired"),
                "microenterprises.error.stillHelps");
    }

    /** Seeded fault: offer every step that its state allows. */
    @Test
    void saysBeforehandWhatStandsAgainstAStep() {
        Micro micro = examples.checked(county);
        assertThat(against(county.commissioner(), micro)).containsExactly("LIST null", "END null");
        assertThat(against(county.dpAdviser(), micro))
                .as("who did the checks")
                .containsExactly("LIST microenterprises.error.ownChecks", "END null");
        Micro helping = examples.listed(county);
        examples.helps(county, helping, 1);
        assertThat(against(county.commissioner(), helping))
                .containsExactly("PAUSE null", "END microenterprises.error.stillHelps");
    }

    private List<String> against(Actor actor, Micro micro) {
        return register.next(actor, register.view(actor, micro.ref())).stream()
                .map(next -> next.verb().name() + " "
                        + (next.against() == null ? null : next.against().messageKey()))
                .toList();
    }

    @Test
    void notNeededIsNoAnswerToWhatIsAlwaysNeeded() {
        Micro micro = examples.checked(county);
        assertBroken(
                () -> examples.check(county.dpAdviser(), micro, Item.DBS, Check.Outcome.NOT_NEEDED),
                "microenterprises.error.needed");
        examples.check(county.dpAdviser(), micro, Item.VEHICLE, Check.Outcome.NOT_NEEDED);
        assertThatThrownBy(() ->
                        jdbc.sql("""
                insert into providers.micro_check (id, provider_id, item, outcome, evidence, checked_on, at, by_account, by_name)
                values (?, ?, 'DBS', 'NOT_NEEDED', 'x', current_date, now(), ?, 'x')""").params(Ids.next(), micro.id(), Ids.next()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void earlierChecksAreKept() {
        Micro micro = examples.checked(county);
        examples.check(county.commissioner(), micro, Item.DBS, Check.Outcome.NOT_DONE);
        assertThat(checks.history(county.commissioner(), micro.ref(), Item.DBS))
                .extracting(Check::outcome)
                .containsExactly(Check.Outcome.NOT_DONE, Check.Outcome.DONE);
    }

    @Test
    void theDatabaseKnowsTheSameItems() {
        assertThat(jdbc.sql("select code || ' ' || part || ' ' || optional from providers.micro_item")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Item.values())
                        .map(item -> item + " " + item.part() + " " + item.optional())
                        .toList());
    }

    @Test
    void onlyTheCouncilAndItselfFindIt() {
        Micro micro = examples.listed(county);
        Micro other = examples.listed(county);
        for (Actor who : List.of(county.broker(), county.providerA(), other.manager(), county.socialWorker()))
            assertThatThrownBy(() -> register.view(who, micro.ref())).isInstanceOf(NotFound.class);
        assertThat(register.own(micro.manager()).ref()).isEqualTo(micro.ref());
        assertThatThrownBy(() -> register.own(county.providerA())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> register.list(micro.manager(), new MicroFilter(null, null, null, null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> register.step(micro.manager(), micro.ref(), Verb.PAUSE, "x"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void narrowsTheListByEachQuestion() {
        Micro micro = examples.listed(county);
        assertThat(found(new MicroFilter("LISTED", "SHOPPING", "newtown", "yes")))
                .contains(micro.ref());
        assertThat(found(new MicroFilter("PAUSED", null, null, null))).doesNotContain(micro.ref());
        assertThat(found(new MicroFilter(null, "NIGHTS", null, null))).doesNotContain(micro.ref());
        assertThat(found(new MicroFilter(null, null, "brecon", null))).doesNotContain(micro.ref());
        assertThat(found(new MicroFilter("", "", "", ""))).contains(micro.ref());
    }

    private List<MicroRef> found(MicroFilter filter) {
        return register.list(county.commissioner(), filter).stream()
                .map(MicroView::ref)
                .toList();
    }

    private void list(Micro micro, Actor by) {
        jdbc.sql("update providers.micro_enterprise set state = 'LISTED', state_by = ? where provider_id = ?")
                .params(by.userId(), micro.id())
                .update();
    }

    private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable verb, String key) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }
}
