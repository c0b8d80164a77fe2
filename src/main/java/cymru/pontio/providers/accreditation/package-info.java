/**
 * Who is let into the market, on what evidence and until when. A dynamic market in the words of the Procurement Act 2023:
 * open all the time, anybody may apply. Two different commissioners decide; a lapse stops new bids and never live care.
 */
@NamedInterface("accreditation")
@NullMarked
package cymru.pontio.providers.accreditation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
