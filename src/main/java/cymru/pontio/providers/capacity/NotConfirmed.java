package cymru.pontio.providers.capacity;

import cymru.pontio.kernel.RuleBroken;

/** The work needs more than the provider declared, and it has not confirmed these very figures. Nothing has happened. */
public final class NotConfirmed extends RuleBroken {
    private final transient Question question;

    NotConfirmed(Question question) {
        super("capacity.error.notConfirmed");
        this.question = question;
    }

    public Question question() {
        return question;
    }
}
