package cymru.pontio.adverts;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.News;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Provider B is of the patch as A is, and the person will not have it: a message about the advert would tell it so. */
@PontioTest
class AdvertReachTests {
    @Autowired
    County county;

    @Autowired
    AdvertExamples examples;

    @Autowired
    AdvertReach reach;

    @Autowired
    AdvertNews news;

    @Autowired
    AdvertCalendar calendar;

    @Autowired
    Adverts adverts;

    @Autowired
    JdbcClient jdbc;

    /** Seeded fault: leave the refusal out of AdvertReach. */
    @Test
    void whomThePersonWillNotHaveIsToldOfNoRoundAndHasItInNoCalendar() {
        AdvertFacts advert = examples.open(county, "newtown");
        assertThat(reached(advert)).contains(organisation(county.providerA()), organisation(county.providerB()));
        refuse(advert);
        assertThat(reached(advert))
                .contains(organisation(county.providerA()))
                .doesNotContain(organisation(county.providerB()));
        assertThat(readers(news.due().stream()
                        .filter(one -> one.ref().equals(advert.ref().value()))
                        .findFirst()
                        .orElseThrow()))
                .contains(organisation(county.providerA()))
                .doesNotContain(organisation(county.providerB()));
        assertThat(inCalendar(county.providerA(), advert)).isTrue();
        assertThat(inCalendar(county.providerB(), advert)).isFalse();
    }

    /** A message that nobody can act on teaches to ignore messages. Seeded fault: ask for accreditation and area alone. */
    @Test
    @Transactional
    void whoMayNotBidIsNotToldOfTheRound() {
        AdvertFacts advert = examples.open(county, "newtown");
        UUID b = organisation(county.providerB());
        assertThat(reached(advert)).contains(b);
        jdbc.sql("update adverts.advert_line set workers = 2 where advert_id = ?")
                .param(advert.id().value())
                .update();
        jdbc.sql("update providers.provider set double_handed = false where id = ?")
                .param(b)
                .update();
        assertThat(reached(advert)).contains(organisation(county.providerA())).doesNotContain(b);
        assertThat(reach.able(advert.ref(), Set.of(b))).isEmpty();
        assertThat(inCalendar(county.providerB(), advert)).isFalse();
    }

    /** Seeded fault: leave the refusal out of what is told of a round that is taken back. */
    @Test
    void whomThePersonWillNotHaveIsNotToldThatARoundIsTakenBack() {
        AdvertFacts advert = examples.open(county, "newtown");
        refuse(advert);
        adverts.cancel(county.broker(), advert.id(), "A mistake");
        assertThat(readers(news.of("RoundCancelled", advert.ref().value()).getFirst()))
                .contains(organisation(county.providerA()))
                .doesNotContain(organisation(county.providerB()));
    }

    private void refuse(AdvertFacts advert) {
        jdbc.sql("""
                insert into carepackages.refused_provider (id, care_package_id, provider_id, reason, by_account, by_name, at)
                values (gen_random_uuid(), ?, ?, 'Knows the family', ?, 'A social worker', now())""")
                .params(
                        advert.carePackage().value(),
                        organisation(county.providerB()),
                        county.socialWorker().userId())
                .update();
    }

    private Set<UUID> reached(AdvertFacts advert) {
        return reach.of(advert.ref()).orElseThrow().providers();
    }

    private static Set<UUID> readers(News one) {
        return Objects.requireNonNull(one.readers().organisations());
    }

    private boolean inCalendar(Actor actor, AdvertFacts advert) {
        return calendar.of(actor).stream()
                .anyMatch(entry -> advert.ref().value().equals(entry.ref()));
    }

    private static UUID organisation(Actor actor) {
        return actor.organisation();
    }
}
