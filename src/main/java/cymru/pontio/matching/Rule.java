package cymru.pontio.matching;

import java.time.LocalDate;

/**
 * The hard rules: who breaks one is not offered the work. Sources: the council’s accreditation and embargoes; what the
 * package says is needed; the person’s own refusal.
 */
public enum Rule {
    ACCREDITED(false, Rules::accredited),
    NOT_EMBARGOED(false, Rules::notEmbargoed),
    LOT(false, Rules::lot),
    PATCH(false, Rules::patch),
    DOUBLE_HANDED(false, Rules::doubleHanded),
    TRAINING(false, Rules::training),
    WORKER_GENDER(false, Rules::gender),
    WELSH(false, Rules::welsh),
    SIGN_LANGUAGE(false, Rules::signLanguage),
    START(true, Rules::start),
    ENVELOPE(true, Rules::envelope),
    TIME_CRITICAL(true, Rules::timeCritical),
    REFUSAL(false, Rules::refusal);

    interface Law {
        Verdict judge(Work work, Supplier supplier, LocalDate on);
    }

    private final boolean answeredByBid;
    private final Law law;

    Rule(boolean answeredByBid, Law law) {
        this.answeredByBid = answeredByBid;
        this.law = law;
    }

    /**
     * Until a provider has bid, this is told from what it has done and declared; a bid says it itself, so nobody is kept
     * from bidding by it.
     */
    public boolean answeredByBid() {
        return answeredByBid;
    }

    Verdict judge(Work work, Supplier supplier, LocalDate on) {
        return law.judge(work, supplier, on);
    }

    int bit() {
        return 1 << ordinal();
    }
}
