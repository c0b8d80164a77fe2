package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.RuleBroken;
import java.util.Arrays;

/** Where a provider stands in the market. */
public enum AccreditationState {
    /** Known, but has not applied; also after an application was not accepted. */
    DRAFT(""),
    APPLIED("yellow"),
    CHECKING("yellow"),
    QUERY("orange"),
    ACCREDITED("green"),
    CONDITIONAL("purple"),
    /** Evidence or the accreditation itself ran out: no new bids, while live care goes on. */
    LAPSED("red"),
    LEFT("grey"),
    REMOVED("red");

    private final String colour;

    AccreditationState(String colour) {
        this.colour = colour;
    }

    /** Of the tag that shows it. */
    public String colour() {
        return colour;
    }

    /** Let in, if the last day has not passed. */
    public boolean isIn() {
        return this == ACCREDITED || this == CONDITIONAL;
    }

    /** The council has the application on its desk and its answers stay as they are. */
    boolean isFrozen() {
        return this == APPLIED || this == CHECKING;
    }

    void mustNotBeFrozen() {
        if (isFrozen()) throw new RuleBroken("accreditation.error.frozen");
    }

    void mustAllowApplying() {
        if (!mayApply()) throw new RuleBroken("accreditation.error.alreadyApplied");
    }

    void mustAllowLeaving() {
        if (this == DRAFT || this == LEFT || this == REMOVED) throw new RuleBroken("accreditation.error.notIn");
    }

    /** Anybody outside may, at any time. */
    public boolean mayApply() {
        return this == DRAFT || this == LAPSED || this == LEFT || this == REMOVED;
    }

    void require(String otherwise, AccreditationState... needed) {
        if (!Arrays.asList(needed).contains(this)) throw new RuleBroken(otherwise);
    }
}
