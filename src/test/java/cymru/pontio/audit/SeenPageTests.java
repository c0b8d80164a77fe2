package cymru.pontio.audit;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Actor;
import cymru.pontio.people.PeopleExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who has seen a person's record, as the team that keeps it reads it. */
@PontioTest
class SeenPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PeopleExamples people;

    @ParameterizedTest
    @CsvSource({"en, Who has seen this record", "cy, Pwy sydd wedi gweld y cofnod hwn"})
    void theTeamReadsWhoOpenedTheRecordAndNothingOfWhatTheySaw(String language, String title) {
        var marked = people.personWithMarks(county.socialWorker());
        String page = "/" + language + "/people/" + marked.ref();
        assertThat(mvc.get().uri(page).with(as(county.manager())))
                .hasStatusOk()
                .bodyText()
                .contains(page + "/seen");
        for (Actor reader : List.of(county.socialWorker(), county.manager()))
            assertThat(mvc.get().uri(page + "/seen").with(as(reader)))
                    .hasStatusOk()
                    .bodyText()
                    .contains(title, county.manager().name(), marked.ref().value())
                    .doesNotContain(marked.marks().stream()
                            .filter(mark -> !mark.equals(marked.ref().value()))
                            .toArray(String[]::new));
    }

    /** Seeded fault: ask no room whether the record is there for the reader. */
    @Test
    void forOthersItIsNotThere() {
        String page = "/en/people/" + people.refOf(county.socialWorker()) + "/seen";
        for (Actor other : List.of(
                county.otherSocialWorker(),
                county.otherManager(),
                county.broker(),
                county.auditor(),
                county.providerA()))
            assertThat(mvc.get().uri(page).with(as(other))).hasStatus(404);
        assertThat(mvc.get().uri("/en/people/PER-0000-0/seen").with(as(county.socialWorker())))
                .hasStatus(404);
        assertThat(mvc.get().uri(page + "?before=nonsense").with(as(county.socialWorker())))
                .hasStatus4xxClientError();
        assertThat(mvc.get().uri(page)).hasStatus(302).redirectedUrl().contains("/sign-in");
    }
}
