package cymru.pontio.adverts;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.RuleBroken;
import org.springframework.stereotype.Component;

/** What the council is told that comes too late to decide about a round: how it ended, by whom and when. */
@Component
class Endings {
    private final Rounds rounds;
    private final Accounts accounts;

    Endings(Rounds rounds, Accounts accounts) {
        this.rounds = rounds;
        this.accounts = accounts;
    }

    RuleBroken of(AdvertFacts ended) {
        Rounds.Story story = rounds.story(ended.id());
        if (story.endedBy() == null || story.endedAt() == null)
            return new RuleBroken("adverts.error.ended", ended.ref());
        return new RuleBroken(
                        "adverts.error.over",
                        ended.ref(),
                        ended.status().name(),
                        accounts.nameOf(story.endedBy()),
                        story.endedAt())
                .about(ended.ref().value());
    }

    /** Whoever was offered the work answers; only then the round can end otherwise. */
    void mustNotBeDecided(AdvertFacts round) {
        rounds.waiting(round.carePackage()).ifPresent(decision -> {
            throw new RuleBroken("adverts.error.decided", decision.ref(), decision.by(), decision.at())
                    .about(decision.ref());
        });
    }
}
