package cymru.pontio.providers;

import java.util.List;

/** A noun's part of what the public finds under {@code /find-care}: a bean for each kind of supplier. */
public interface CareOfferSource {
    /**
     * Everybody of this kind who may be found today and nobody else: accredited, or past due diligence, and not stopped
     * from taking new people. Where there is nothing fresh to say about room, the answer is {@code ASK}.
     */
    List<CareOffer> careOffers();
}
