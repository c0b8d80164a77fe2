package cymru.pontio.bridging;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.carepackages.PackageStatusChanged;
import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.carepackages.absences.PersonAway;
import cymru.pontio.carepackages.absences.PersonBack;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Zone;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Cover by the council's own team follows what becomes of its package, in the same moment: it ends with it, it ends where
 * the person goes into hospital, and it is asked for again when they come home and still wait.
 */
@Component
class PackageNews {

    private final EpisodeShelf shelf;
    private final CarePackages packages;

    PackageNews(EpisodeShelf shelf, CarePackages packages) {
        this.shelf = shelf;
        this.packages = packages;
    }

    @EventListener
    void over(PackageStatusChanged change) {
        if (change.now() != PackageStatus.WITHDRAWN && change.now() != PackageStatus.ENDED) return;
        Optional<Episode> live = shelf.holdLive(change.id());
        if (live.isEmpty()) return;
        CareEnd why = CareEnd.of(change);
        if (live.get().active()) end(change.by(), live.get(), reason(why), Zone.dayOf(change.effective()));
        else {
            live.get().refuse(change.by(), RefusalReason.OVER, shelf.now());
            shelf.tell(new EpisodeEvents.BridgingRefused(
                    change.by(), live.get().view().ref().value(), RefusalReason.OVER.name()));
        }
    }

    /** A stay that was over before bridging began ends nothing. */
    @EventListener
    void away(PersonAway news) {
        if (news.kind() != AwayKind.HOSPITAL) return;
        shelf.holdLive(news.id())
                .filter(Episode::active)
                .filter(one -> news.back() == null || news.back().isAfter(Zone.startOf(one.started())))
                .ifPresent(one -> end(news.by(), one, EndReason.HOSPITAL, Zone.dayOf(news.from())));
    }

    /** Until the team has said yes nobody is there, and every home page of those concerned says so. */
    @EventListener
    void back(PersonBack news) {
        PackageFacts facts = packages.facts(news.id());
        boolean again = news.coverBefore() == Cover.BRIDGING && facts.status().waiting() && facts.cover() == Cover.NONE;
        if (!again || shelf.holdLive(news.id()).isPresent()) return;
        EpisodeRef fresh = shelf.freeRef();
        Episode episode = new Episode(Ids.next(), fresh, news.by(), facts, RequestReason.DISCHARGE, shelf.now());
        shelf.put(
                episode,
                new EpisodeEvents.BridgingRequested(
                        news.by(), fresh.value(), RequestReason.DISCHARGE.name(), Map.of("package", news.subject())));
    }

    private void end(Actor by, Episode one, EndReason why, LocalDate wanted) {
        LocalDate last = one.endWith(by, wanted, why, shelf.now());
        shelf.tell(EpisodeEvents.BridgingEnded.of(by, one.view().ref(), why, last));
    }

    private static EndReason reason(CareEnd why) {
        return why == CareEnd.DIED ? EndReason.DIED : EndReason.NOT_NEEDED;
    }
}
