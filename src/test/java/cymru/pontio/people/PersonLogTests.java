package cymru.pontio.people;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;

/** Seeded fault: the driver's and Hibernate's own settings. */
@PontioTest
@ExtendWith(OutputCaptureExtension.class)
class PersonLogTests {
    @Autowired
    PersonRepository people;

    @Autowired
    County county;

    @Test
    void aRowRefusedByTheDatabaseLeavesNoNameBehind(CapturedOutput output) {
        PersonDetails details = PeopleExamples.details("Canary", "O’Canary");
        PersonRef ref = PersonRef.random(new java.security.SecureRandom());
        people.saveAndFlush(new Person(county.socialWorker(), ref, details, java.time.Instant.EPOCH));
        var refused = Assertions.assertThrows(
                DataIntegrityViolationException.class,
                () -> people.saveAndFlush(new Person(county.socialWorker(), ref, details, java.time.Instant.EPOCH)));
        StringWriter trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace));
        String number = java.util.Objects.requireNonNull(details.nhsNumber()).digits();
        assertThat(trace.toString()).doesNotContain("Canary", number);
        assertThat(output.getAll()).doesNotContain("Canary", number);
    }
}
