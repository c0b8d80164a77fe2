package cymru.pontio.providers.workforce;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** All changes begin years ahead, so that no other test meets them. */
@PontioTest
class StandardTests {
    @Autowired
    StandardChanges changes;

    @Autowired
    Standards standards;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void aCourseIsAskedForFromItsDayAndUntilItsLast() {
        LocalDate from = changes.today().plusYears(4);
        changes.add(
                county.commissioner(),
                new StandardChanges.CourseTerms("Dementia care (2)", "Gofal dementia (2)", 12, 24, from));
        assertThat(standards.on(from.minusDays(1)).course("DEMENTIA_CARE")).isEmpty();
        assertThat(standards.on(from).course("DEMENTIA_CARE"))
                .hasValueSatisfying(course -> assertThat(course.goodMonths()).isEqualTo(24));
        assertBroken(
                "workforce.error.courseKnown",
                () -> changes.add(
                        county.otherCommissioner(),
                        new StandardChanges.CourseTerms("Dementia care", "Gofal dementia", 0, null, from)));
        changes.end(county.commissioner(), "INFECTION_CONTROL", from);
        assertThat(standards.on(from).course("INFECTION_CONTROL")).isPresent();
        assertThat(standards.on(from.plusDays(1)).course("INFECTION_CONTROL")).isEmpty();
        assertBroken(
                "workforce.error.courseEnded",
                () -> changes.end(county.otherCommissioner(), "INFECTION_CONTROL", from.plusDays(9)));
        assertThatThrownBy(() -> changes.end(county.commissioner(), "JUGGLING", from))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> changes.end(county.broker(), "FIRST_AID", from))
                .isInstanceOf(NotFound.class);
    }

    /** Seeded fault: let mustBeAhead agree to today. */
    @Test
    void aPeriodChangesFromItsDay() {
        LocalDate from = changes.today().plusYears(4);
        int now = standards.on(changes.today()).dbsMonths();
        changes.set(county.commissioner(), Period.DBS, new StandardChanges.PeriodTerms(24, from, "Cabinet"));
        assertThat(standards.on(from.minusDays(1)).dbsMonths()).isEqualTo(now);
        assertThat(standards.on(from).dbsMonths()).isEqualTo(24);
        assertBroken(
                "workforce.error.periodSet",
                () -> changes.set(
                        county.otherCommissioner(), Period.DBS, new StandardChanges.PeriodTerms(12, from, "Another")));
        assertBroken(
                "workforce.error.standardPast",
                () -> changes.set(
                        county.commissioner(),
                        Period.DBS,
                        new StandardChanges.PeriodTerms(12, changes.today(), "Today")));
    }

    /** Seeded fault: let the trigger let everything pass. */
    @Test
    void theDatabaseKeepsTheStandardByWhichDaysWereJudged() {
        for (String sql : new String[] {
            "update providers.training_course set within_weeks = 1 where code = 'FIRST_AID'",
            "update providers.training_course set until_on = current_date where code = 'FIRST_AID'",
            "delete from providers.training_course where code = 'FIRST_AID'",
            "update providers.workforce_rule set months = 1 where code = 'OFFER'",
            "delete from providers.workforce_rule where code = 'OFFER'",
            "insert into providers.workforce_rule values ('OFFER', current_date, 9, 'x')"
        })
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .describedAs(sql)
                    .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theCommissionerChangesItOnPagesAndAllReadWhatIsToCome() {
        assertThat(mvc.get().uri("/en/workforce/standard").with(as(county.providerA())))
                .hasStatusOk()
                .bodyText()
                .contains("within 6 months of the start", "After 3 months of", "again every 36 months")
                .doesNotContain("/workforce/standard/courses", "null");
        assertThat(mvc.get().uri("/cy/workforce/standard").with(as(county.commissioner())))
                .bodyText()
                .contains("/cy/workforce/standard/courses/new", "/cy/workforce/standard/periods/DBS");
        assertThat(mvc.post()
                        .uri("/en/workforce/standard/courses")
                        .with(as(county.commissioner()))
                        .with(csrf())
                        .param("nameEn", "7")
                        .param("weeks", "200")
                        .param("from.day", "1")
                        .param("from.month", "1")
                        .param("from.year", "2020"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "at least two letters",
                        "Enter the name in Welsh",
                        "from 0 to 104",
                        "must be after today",
                        "value=\"200\"");
        LocalDate from = changes.today().plusYears(4).plusMonths(1);
        assertThat(mvc.post()
                        .uri("/en/workforce/standard/periods/QUALIFICATION")
                        .with(as(county.commissioner()))
                        .with(csrf())
                        .param("months", "30")
                        .param("source", "Cabinet of the day")
                        .param("from.day", "" + from.getDayOfMonth())
                        .param("from.month", "" + from.getMonthValue())
                        .param("from.year", "" + from.getYear()))
                .hasStatus(302)
                .hasRedirectedUrl("/en/workforce/standard?done=workforce.standardChanged");
        assertThat(mvc.get().uri("/en/workforce/standard").with(as(county.providerA())))
                .bodyText()
                .contains("Changes to come", "30 months", "Cabinet of the day");
        assertThat(mvc.get().uri("/en/workforce/standard/periods/TEA").with(as(county.commissioner())))
                .hasStatus(404);
    }

    private static void assertBroken(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }
}
