package cymru.pontio.adverts;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.RuleBroken;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Providers' questions about an advert. A question is shown to others together with its answer, in words the broker has
 * checked: so a provider cannot publish a name. Nor can it find one out by trying which is refused, because what it asks
 * is not compared with the person's own details until the broker answers.
 */
@Service
class Questions {
    private final QuestionRows questions;
    private final AdvertRows rows;
    private final Adverts adverts;
    private final ApplicationEventPublisher events;

    Questions(QuestionRows questions, AdvertRows rows, Adverts adverts, ApplicationEventPublisher events) {
        this.questions = questions;
        this.rows = rows;
        this.adverts = adverts;
        this.events = events;
    }

    record QuestionAsked(Actor by, String subject) implements Auditable {}

    /** Asks, or says what has to go from the question. Until the advert's hour for questions, by the database's clock. */
    @Transactional
    public List<Problem> ask(Actor actor, AdvertRef ref, String question) {
        AdvertFacts advert = rows.lock(adverts.forProvider(actor, ref).id(), AdvertRows.Hold.FOR_SHARE);
        List<String> phrases = PrivacyCheck.phrases(question);
        if (!phrases.isEmpty()) return List.of(PrivacyCheck.problem("question", phrases));
        if (!questions.ask(advert.id(), actor, question.strip()))
            throw new RuleBroken("adverts.error.questionsOver", advert.questionsUntil());
        events.publishEvent(new QuestionAsked(actor, ref.value()));
        return List.of();
    }
}
