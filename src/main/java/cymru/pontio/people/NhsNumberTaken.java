package cymru.pontio.people;

import cymru.pontio.kernel.RuleBroken;

/** Somebody has this NHS number already; who, and in which team, is not said. */
class NhsNumberTaken extends RuleBroken {
    NhsNumberTaken() {
        super("people.form.nhsNumber.taken");
    }
}
