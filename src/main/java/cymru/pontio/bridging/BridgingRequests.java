package cymru.pontio.bridging;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.RuleBroken;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking the council's own team to step in. One live request or cover a package. */
@Service
class BridgingRequests {

    private final CoverPages pages;
    private final CoverTimeline covers;
    private final EpisodeList episodes;
    private final EpisodeShelf shelf;
    private final Accounts accounts;

    BridgingRequests(
            CoverPages pages, CoverTimeline covers, EpisodeList episodes, EpisodeShelf shelf, Accounts accounts) {
        this.pages = pages;
        this.covers = covers;
        this.episodes = episodes;
        this.shelf = shelf;
        this.accounts = accounts;
    }

    /** The package, for those who may ask now; whoever asked already is named. */
    @Transactional(readOnly = true)
    public PackageFacts toAsk(Actor actor, PackageRef ref) {
        PackageFacts facts = pages.forChange(actor, ref);
        if (!facts.status().waiting()) throw new RuleBroken("bridging.error.notWaiting", ref.value());
        mustBeFree(facts);
        return facts;
    }

    @Transactional
    public EpisodeRef request(Actor actor, PackageRef ref, RequestReason reason) {
        PackageFacts facts = pages.forChange(actor, ref);
        covers.lock(facts.id());
        mustBeFree(facts);
        EpisodeRef fresh = shelf.freeRef();
        Episode episode = new Episode(Ids.next(), fresh, actor, facts, reason, shelf.now());
        shelf.put(
                episode,
                new EpisodeEvents.BridgingRequested(
                        actor, fresh.value(), reason.name(), Map.of("package", ref.value())));
        return fresh;
    }

    private void mustBeFree(PackageFacts facts) {
        episodes.ofPackage(facts.id()).stream()
                .filter(one -> one.status().live())
                .findFirst()
                .ifPresent(live -> {
                    throw new RuleBroken(
                                    "bridging.error.alreadyAsked",
                                    live.ref(),
                                    accounts.nameOf(live.requestedBy()),
                                    live.requestedAt())
                            .about(live.ref());
                });
    }
}
