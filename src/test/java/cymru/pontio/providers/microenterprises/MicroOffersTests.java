package cymru.pontio.providers.microenterprises;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.providers.CareOffer;
import cymru.pontio.providers.CareService;
import cymru.pontio.providers.StandingPart;
import cymru.pontio.providers.microenterprises.MicroExamples.Micro;
import cymru.pontio.site.Formats;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What the public finds and what a provider's standing says. */
@PontioTest
class MicroOffersTests {
    @Autowired
    County county;

    @Autowired
    MicroExamples examples;

    @Autowired
    MicroOffers offers;

    @Autowired
    MicroStanding standing;

    @Autowired
    Register register;

    @Autowired
    MessageSource messages;

    @Test
    void roomGoesWithThePeopleAndPersonalCareWithTheFourth() {
        Micro micro = examples.listed(county);
        assertThat(found(micro)).singleElement().satisfies(offer -> {
            assertThat(offer.patches()).containsEntry("newtown", CareOffer.Room.YES);
            assertThat(offer.services()).contains(CareService.PERSONAL_CARE, CareService.SHOPPING);
            assertThat(offer.phone()).isEqualTo("01686 555 010");
        });
        examples.helps(county, micro, 3);
        assertThat(found(micro))
                .singleElement()
                .satisfies(offer -> assertThat(offer.patches()).containsEntry("newtown", CareOffer.Room.SOME));
        examples.another(county, micro);
        assertThat(found(micro)).singleElement().satisfies(offer -> {
            assertThat(offer.patches()).containsEntry("newtown", CareOffer.Room.ASK);
            assertThat(offer.services()).containsExactly(CareService.SHOPPING);
        });
    }

    @Test
    void onlyListedOnesAreFound() {
        Micro micro = examples.checked(county);
        assertThat(found(micro)).isEmpty();
        register.step(county.commissioner(), micro.ref(), Verb.LIST, "Fine");
        assertThat(found(micro)).hasSize(1);
        register.step(county.commissioner(), micro.ref(), Verb.PAUSE, "Holiday");
        assertThat(found(micro)).isEmpty();
    }

    @Test
    void standingSaysWhatTheRegisterSays() {
        Micro micro = examples.listed(county);
        examples.helps(county, micro, 4);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.of("cy"))) {
            boolean welsh = locale.getLanguage().equals("cy");
            assertThat(standing.of(micro.id(), new Formats(messages, locale))).hasValueSatisfying(part -> {
                assertThat(part.lines())
                        .extracting(StandingPart.Line::value)
                        .contains(welsh ? "4 o 4" : "4 of 4", welsh ? "22 o 22 mewn trefn" : "22 of 22 in order");
                assertThat(part.next()).extracting(StandingPart.Step::path).contains("/micro-enterprises/own");
            });
        }
        assertThat(standing.of(county.providerA().organisation(), new Formats(messages, Locale.ENGLISH)))
                .isEmpty();
    }

    private List<CareOffer> found(Micro micro) {
        return offers.careOffers().stream()
                .filter(offer -> offer.ref().equals(micro.ref().value()))
                .toList();
    }
}
