package cymru.pontio.bridging;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Zone;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where times of bridging are taken from and put back, with what the audit hears of it. */
@Component
class EpisodeShelf {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EpisodeRepository episodes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EpisodeShelf(EpisodeRepository episodes, ApplicationEventPublisher events, Clock clock) {
        this.episodes = episodes;
        this.events = events;
        this.clock = clock;
    }

    EpisodeRef freeRef() {
        return Reference.free(() -> EpisodeRef.random(RANDOM), drawn -> episodes.existsByRef(drawn.value()));
    }

    EpisodeView get(EpisodeRef ref) {
        return read(ref).view();
    }

    /** For a page that only asks whether something may be done; whoever does it holds the time of bridging. */
    Episode read(EpisodeRef ref) {
        return episodes.findByRef(ref.value()).orElseThrow(NotFound::new);
    }

    Episode hold(EpisodeRef ref) {
        return episodes.holdByRef(ref.value()).orElseThrow(NotFound::new);
    }

    /** The request or cover of the package that has not come to its end, held to the end of the transaction. */
    Optional<Episode> holdLive(PackageId carePackage) {
        return episodes.holdLive(carePackage.value());
    }

    void put(Episode episode, Auditable news) {
        episodes.saveAndFlush(episode);
        events.publishEvent(news);
    }

    void tell(Auditable news) {
        episodes.flush();
        events.publishEvent(news);
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
