package cymru.pontio.adverts;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One advert as a provider reads it. Nothing here depends on what other providers did. */
@Service
class OneOpportunity {
    private final Adverts adverts;
    private final QuestionRows questions;
    private final Rounds rounds;
    private final RouteRows routes;
    private final Areas areas;
    private final OwnFit fit;
    private final Bundles bundles;

    OneOpportunity(
            Adverts adverts,
            QuestionRows questions,
            Rounds rounds,
            RouteRows routes,
            Areas areas,
            OwnFit fit,
            Bundles bundles) {
        this.adverts = adverts;
        this.questions = questions;
        this.rounds = rounds;
        this.routes = routes;
        this.areas = areas;
        this.fit = fit;
        this.bundles = bundles;
    }

    /**
     * @param first until when nobody else sees the advert; absent once all do
     * @param own how it suits the reader, and what it has answered
     * @param bundle that it was published in, if the reader sees another advert of it
     * @param now by the clock that decides
     */
    record View(
            AdvertFacts advert,
            Locality area,
            List<QuestionRows.Question> answered,
            List<QuestionRows.Question> waiting,
            List<Rounds.Extension> extensions,
            @Nullable Instant first,
            Own own,
            @Nullable String bundle,
            Instant now) {
        public boolean asking() {
            return !advert.closed() && now.isBefore(advert.questionsUntil());
        }
    }

    /** @param answer BID or DECLINED; none yet */
    record Own(OwnFit.Mark fit, @Nullable String answer) {
        public boolean hasBid() {
            return "BID".equals(answer);
        }

        /** Whether there is a way in to show: the form would be given. */
        public boolean mayBid() {
            return fit.mayBid() && !hasBid();
        }
    }

    /** Of each of these adverts, which the reader sees. */
    @Transactional(readOnly = true)
    public Map<AdvertId, Own> own(Actor actor, List<AdvertFacts> seen) {
        Map<AdvertId, String> answers = rounds.answers(actor.organisation(), seen);
        return fit.of(actor.organisation(), seen).entrySet().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, one -> new Own(one.getValue(), answers.get(one.getKey()))));
    }

    @Transactional(readOnly = true)
    public View view(Actor actor, AdvertRef ref) {
        return seen(actor, ref).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public Optional<View> seen(Actor actor, AdvertRef ref) {
        return adverts.among(actor, List.of(ref.value())).stream().findFirst().map(advert -> view(actor, advert));
    }

    private View view(Actor actor, AdvertFacts advert) {
        Instant now = rounds.now();
        return new View(
                advert,
                areas.locality(advert.locality()),
                questions.answered(advert.id()),
                questions.waiting(advert.id(), actor.organisation()),
                rounds.extensions(advert.id()),
                first(actor, advert, now),
                Objects.requireNonNull(own(actor, List.of(advert)).get(advert.id())),
                bundles.with(actor, advert.id()).map(BundleRef::value).orElse(null),
                now);
    }

    private @Nullable Instant first(Actor actor, AdvertFacts advert, Instant now) {
        Route route = routes.of(advert.id());
        return actor.organisation().equals(route.holder()) && route.heldAt(now) ? route.until() : null;
    }
}
