package cymru.pontio.adverts;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Adverts: what the market may know of a package. */
@Service
public class Adverts {
    /** An advert for a provider: open and in its patches, or one it has already answered; anything else is not there. */
    public AdvertFacts forProvider(Actor actor, AdvertRef ref) {
        throw new UnsupportedOperationException();
    }

    public AdvertFacts facts(AdvertId id) {
        throw new UnsupportedOperationException();
    }

    /** The latest round of the package, open or ended. */
    public Optional<AdvertFacts> latest(PackageId carePackage) {
        throw new UnsupportedOperationException();
    }

    /**
     * Holds the advert still for one bid: locked for share, and refused by the database's clock when the deadline has
     * passed or the round has ended. Many bids may hold it at once; the award waits for all of them.
     */
    public AdvertFacts holdForBid(AdvertId id) {
        throw new UnsupportedOperationException();
    }

    /** Holds the advert for the one who opens the bids or decides: locked for update, refused while bids may still come. */
    public AdvertFacts holdForDecision(AdvertId id) {
        throw new UnsupportedOperationException();
    }

    /** The round found its provider. */
    public void awarded(Actor actor, AdvertId id) {
        throw new UnsupportedOperationException();
    }

    /** The award was undone or no bid was good enough: the round is over and the package needs another. */
    public void noSuitableBid(Actor actor, AdvertId id, String reason) {
        throw new UnsupportedOperationException();
    }
}
