package cymru.pontio.adverts;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The council's answers, which go to all providers at once. Who asked is not told, not even to the broker. */
@Service
class Answers {
    private final QuestionRows questions;
    private final AdvertRows rows;
    private final CarePackages packages;
    private final Privacy privacy;
    private final ApplicationEventPublisher events;

    Answers(
            QuestionRows questions,
            AdvertRows rows,
            CarePackages packages,
            Privacy privacy,
            ApplicationEventPublisher events) {
        this.questions = questions;
        this.rows = rows;
        this.packages = packages;
        this.privacy = privacy;
        this.events = events;
    }

    record QuestionAnswered(Actor by, String subject) implements Auditable {}

    /** @param details what in the question tells who the person is; for the broker alone */
    record ToAnswer(QuestionRows.Question question, List<String> details) {}

    /** All questions of the latest round, those to answer first. */
    @Transactional(readOnly = true)
    public List<QuestionRows.Question> all(Actor actor, PackageRef ref) {
        return questions.all(latest(actor, ref).id());
    }

    @Transactional(readOnly = true)
    public ToAnswer toAnswer(Actor actor, PackageRef ref, UUID id) {
        AdvertFacts advert = latest(actor, ref);
        QuestionRows.Question question = questions.all(advert.id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        mustBeOpen(advert);
        if (question.answer() != null) throw questions.alreadyAnswered(advert.id(), id);
        return new ToAnswer(question, privacy.phrases(advert.carePackage(), question.asked()));
    }

    /** Answers to all, once; or says what has to go from the question as shown and from the answer. */
    @Transactional
    public List<Problem> answer(Actor actor, PackageRef ref, UUID id, String shown, String answer) {
        AdvertFacts advert = rows.lock(latest(actor, ref).id(), AdvertRows.Hold.FOR_SHARE);
        mustBeOpen(advert);
        List<Problem> problems = new ArrayList<>();
        problems.addAll(privacy.problems(advert.carePackage(), "shown", shown));
        problems.addAll(privacy.problems(advert.carePackage(), "answer", answer));
        if (!problems.isEmpty()) return problems;
        if (!questions.answer(advert.id(), id, actor, shown.strip(), answer.strip()))
            throw questions.alreadyAnswered(advert.id(), id);
        events.publishEvent(new QuestionAnswered(actor, advert.ref().value()));
        return problems;
    }

    private static void mustBeOpen(AdvertFacts advert) {
        if (advert.status() != AdvertStatus.OPEN) throw new RuleBroken("adverts.error.ended", advert.ref());
    }

    private AdvertFacts latest(Actor actor, PackageRef ref) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        return rows.latest(packages.facts(actor, ref).id()).orElseThrow(NotFound::new);
    }
}
