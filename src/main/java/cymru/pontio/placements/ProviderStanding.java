package cymru.pontio.placements;

import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.matching.Eligibility;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether a provider may be given new work today. Asked when it is chosen and again when it accepts. */
final class ProviderStanding {
    private ProviderStanding() {}

    /**
     * For a direct award there was no round that asked: the patch and the kind of work count too, and the council's own team is
     * not on offer. A micro-enterprise is listed and not let in for kinds of work.
     */
    static Eligibility direct(ProviderView provider, String locality, Lot lot, LocalDate on) {
        List<Eligibility.Reason> reasons = inPatch(provider, locality, on) instanceof Eligibility.Refused refused
                ? new ArrayList<>(refused.reasons())
                : new ArrayList<>();
        if (provider.kind() != ProviderKind.MICRO
                && provider.accredited(on)
                && !provider.lots().contains(lot)) reasons.add(reason("lot"));
        return reasons.isEmpty() ? new Eligibility.Eligible() : new Eligibility.Refused(reasons);
    }

    static Eligibility inPatch(ProviderView provider, String locality, LocalDate on) {
        List<Eligibility.Reason> reasons = new ArrayList<>(reasons(provider, on));
        if (!provider.covers(locality)) reasons.add(reason("patch"));
        if (provider.kind() == ProviderKind.INHOUSE) reasons.add(reason("inhouse"));
        return reasons.isEmpty() ? new Eligibility.Eligible() : new Eligibility.Refused(reasons);
    }

    static Eligibility unwanted() {
        return new Eligibility.Refused(List.of(reason("unwanted")));
    }

    static Eligibility leaving() {
        return new Eligibility.Refused(List.of(reason("leaving")));
    }

    static Eligibility taken() {
        return new Eligibility.Refused(List.of(reason("taken")));
    }

    static Eligibility notListed() {
        return new Eligibility.Refused(List.of(reason("listing")));
    }

    static void mustBeGood(ProviderView provider, LocalDate on) {
        reasons(provider, on).stream().findFirst().ifPresent(ProviderStanding::refuse);
    }

    static void mustBe(Eligibility standing) {
        if (standing instanceof Eligibility.Refused refused)
            refuse(refused.reasons().getFirst());
    }

    private static void refuse(Eligibility.Reason reason) {
        throw new RuleBroken(reason.messageKey());
    }

    /** A micro-enterprise is listed where an agency is accredited; its register is asked when it takes somebody on. */
    private static List<Eligibility.Reason> reasons(ProviderView provider, LocalDate on) {
        List<Eligibility.Reason> reasons = new ArrayList<>();
        if (provider.kind() != ProviderKind.MICRO && !provider.accredited(on)) reasons.add(reason("accreditation"));
        if (provider.embargo() != Embargo.NONE) reasons.add(reason("embargo"));
        return reasons;
    }

    private static Eligibility.Reason reason(String word) {
        return new Eligibility.Reason("placements.standing." + word, List.of());
    }
}
