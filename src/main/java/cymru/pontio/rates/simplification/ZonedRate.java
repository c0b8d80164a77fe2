package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Money;
import cymru.pontio.rates.CareService;
import cymru.pontio.rates.PriceZone;

/**
 * A live rate with what it is grouped by.
 *
 * @param card what the rate card says for it on a weekday; the live rate itself where the card says nothing
 */
record ZonedRate(LiveRate live, PriceZone zone, VisitLength length, Money card) {
    CareService service() {
        return live.night() ? CareService.WAKING_NIGHT : CareService.SESSIONAL;
    }

    int carerMinutes() {
        return live.hours().carer().minutes();
    }
}
