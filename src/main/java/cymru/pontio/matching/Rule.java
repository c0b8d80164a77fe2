package cymru.pontio.matching;

import java.time.LocalDate;
import java.util.List;

/**
 * The hard rules: who breaks one is not offered the work. Sources: the council’s accreditation, embargoes and transfers; what the
 * package says is needed; the person’s own refusal.
 */
public enum Rule {
    ACCREDITED(false, Rules::accredited, Facts::lastDay),
    NOT_EMBARGOED(false, Rules::notEmbargoed, Facts::none),
    NOT_LEAVING(false, Rules::notLeaving, Facts::none),
    LOT(false, Rules::lot, Facts::lot),
    PATCH(false, Rules::patch, Facts::none),
    DOUBLE_HANDED(false, Rules::doubleHanded, Facts::none),
    TRAINING(false, Rules::training, Facts::training),
    WORKER_GENDER(false, Rules::gender, Facts::gender),
    WELSH(false, Rules::welsh, Facts::none),
    SIGN_LANGUAGE(false, Rules::signLanguage, Facts::none),
    START(true, Rules::start, Facts::start),
    ENVELOPE(true, Rules::envelope, Facts::rate),
    TIME_CRITICAL(true, Rules::timeCritical, Facts::partLacking),
    REFUSAL(false, Rules::refusal, Facts::none);

    interface Law {
        Check asked(Work work, LocalDate on);
    }

    /** What a finding was made from. */
    interface Found {
        List<Cause> causes(Because because, Work work, Supplier supplier, LocalDate on);
    }

    private final boolean answeredByBid;
    private final Law law;
    private final Found found;

    Rule(boolean answeredByBid, Law law, Found found) {
        this.answeredByBid = answeredByBid;
        this.law = law;
        this.found = found;
    }

    /**
     * Until a provider has bid, this is told from what it has done and declared; a bid says it itself, so nobody is kept
     * from bidding by it.
     */
    public boolean answeredByBid() {
        return answeredByBid;
    }

    /** To ask many providers one after the other. */
    Check asked(Work work, LocalDate on) {
        return law.asked(work, on);
    }

    /** The same for one, with all it was found from. */
    Verdict judge(Work work, Supplier supplier, LocalDate on) {
        Because because = asked(work, on).of(supplier);
        return Verdict.of(this, because.state(), found.causes(because, work, supplier, on));
    }

    boolean isBroken(Work work, Supplier supplier, LocalDate on) {
        return asked(work, on).of(supplier).state() == Because.State.BROKEN;
    }

    int bit() {
        return 1 << ordinal();
    }
}
