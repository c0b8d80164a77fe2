package cymru.pontio.audit;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.PersonalDataRead;
import cymru.pontio.kernel.Role;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PontioTest
class AuditPageTests {
    private static final List<String> PAGES =
            List.of("/audit", "/audit.csv", "/audit/readings", "/audit/readings.csv", "/audit/integrity");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    record BridgingReviewed(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record AwardMoved(Actor by, String subject, String action, Map<String, String> facts) implements Auditable {}

    record SomethingUnheardOf(Actor by, String subject) implements Auditable {}

    @BeforeEach
    void somethingHappened() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new BridgingReviewed(county.broker(), "PAGE-TEST", Map.of("roles", "[FINANCE]")));
            events.publishEvent(new AwardMoved(
                    county.broker(), "PAGE-TEST", "AwardProposed", Map.of("drawSeed", "17", "lastDay", "2026-01-31")));
            events.publishEvent(new PersonalDataRead(county.broker(), "flexible hours", "PAGE-TEST"));
            events.publishEvent(new SomethingUnheardOf(county.broker(), "PAGE-TEST"));
            events.publishEvent(new PersonalDataRead(county.broker(), "package", "PAGE-TEST"));
        });
    }

    @Test
    void showsChangesInWordsAndUnknownOnesAsTheirCode() {
        assertThat(mvc.get().uri("/en/audit?subject=PAGE-TEST").with(as(county.auditor())))
                .hasStatusOk()
                .bodyText()
                .contains("Bridging reviewed", "SomethingUnheardOf", "[FINANCE]", "Bethan Broker", "PAGE-TEST");
        assertThat(mvc.get().uri("/cy/audit?subject=PAGE-TEST").with(as(county.auditor())))
                .hasStatusOk()
                .bodyText()
                .contains("Adolygwyd pontio", "Brocer", "Archwilio")
                .contains("Argymhellwyd dyfarniad", "Rhif y tyniad", "Diwrnod olaf");
    }

    /** Seeded faults, each by itself: leave out of the names what has no account; show the role that was written. */
    @Test
    void namesTheServiceForWhatNobodyDid() {
        Actor service = new Actor(new UUID(0, 0), "Pontio", new UUID(0, 0), "Pontio", null, Set.of(Role.BROKER), null);
        transaction.executeWithoutResult(
                status -> events.publishEvent(new BridgingReviewed(service, "CLOCK-TEST", Map.of())));
        assertThat(mvc.get().uri("/en/audit.csv?subject=CLOCK-TEST").with(as(county.auditor())))
                .hasStatusOk()
                .bodyText()
                .contains(",Pontio,The service itself,");
        assertThat(mvc.get().uri("/en/audit?subject=CLOCK-TEST").with(as(county.auditor())))
                .hasStatusOk()
                .bodyText()
                .contains(">Pontio</a>", "The service itself")
                .doesNotContain(">Broker<");
        assertThat(mvc.get().uri("/cy/audit?subject=CLOCK-TEST").with(as(county.auditor())))
                .bodyText()
                .contains("Y gwasanaeth ei hun");
    }

    @Test
    void showsWhoSawAReference() {
        assertThat(mvc.get().uri("/en/audit/readings?subject=PAGE-TEST").with(as(county.auditor())))
                .hasStatusOk()
                .bodyText()
                .contains("Everyone who saw this reference", "Bethan Broker", "Package");
        assertThat(mvc.get().uri("/cy/audit/readings?from=2020-01-01T00:00").with(as(county.auditor())))
                .hasStatusOk()
                .bodyText()
                .contains("Darlleniadau", "Pecyn", "Oriau hyblyg");
    }

    @Test
    void saysThatTheSealsAreRight() {
        assertThat(mvc.get().uri("/en/audit/integrity").with(as(county.auditor())))
                .hasStatusOk()
                .bodyText()
                .contains("Every seal that was checked is right");
        assertThat(mvc.get().uri("/cy/audit/integrity?upto=1").with(as(county.auditor())))
                .hasStatusOk()
                .bodyText()
                .contains("Mae pob sêl a wiriwyd yn gywir");
    }

    @Test
    void givesTheSameRowsAsAFile() {
        assertThat(mvc.get().uri("/en/audit.csv?subject=PAGE-TEST").with(as(county.auditor())))
                .hasStatusOk()
                .bodyText()
                .contains("Bridging reviewed", "PAGE-TEST");
        assertThat(mvc.get().uri("/en/audit/readings.csv?subject=PAGE-TEST").with(as(county.auditor())))
                .hasStatusOk()
                .bodyText()
                .contains("Bethan Broker", "package");
    }

    @Test
    void answersNonsenseWithASentenceOrAnEmptyList() {
        assertThat(mvc.get().uri("/en/audit?from=2026-02-31&to=x").with(as(county.auditor())))
                .hasStatus(422)
                .bodyText()
                .contains("From must be a real date", "To must be a real date");
        assertThat(mvc.get().uri("/en/audit?who=%27%3B--&before=5").with(as(county.auditor())))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing in the audit matches");
        assertThat(mvc.get().uri("/en/audit?before=x").with(as(county.auditor())))
                .hasStatusOk();
    }

    @Test
    void isNotThereForAnybodyElse() {
        for (String page : PAGES) {
            for (Actor actor : List.of(
                    county.admin(),
                    county.broker(),
                    county.commissioner(),
                    county.finance(),
                    county.manager(),
                    county.socialWorker(),
                    county.inhouse(),
                    county.providerA()))
                assertThat(mvc.get().uri("/en" + page).with(as(actor))).hasStatus(404);
            assertThat(mvc.get().uri("/en" + page)).hasStatus(302);
        }
    }
}
