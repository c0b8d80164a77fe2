package cymru.pontio.providers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the market may know of a provider.
 *
 * @param id also the id of its organisation, so an actor of a provider carries it
 * @param ref like {@code PRV-7K3M-Q}
 * @param accreditedUntil the last day; none means never accredited
 * @param regulatorScore 0 to 100; none means not yet rated, which is normal for a newcomer
 * @param training codes of what its workers are trained for, like {@code HOIST}
 * @param patches codes of the localities it covers
 * @param lots kinds of work it was let in for, whether or not that is still in force
 */
public record ProviderView(
        UUID id,
        String ref,
        String name,
        ProviderKind kind,
        @Nullable LocalDate accreditedUntil,
        Embargo embargo,
        @Nullable BigDecimal regulatorScore,
        @Nullable BigDecimal councilScore,
        @Nullable BigDecimal kpiScore,
        boolean doubleHanded,
        boolean welsh,
        Set<String> training,
        Set<String> patches,
        Set<Lot> lots) {

    /** As one is set up: who is let in from the start is let in for calls in the course of the day. */
    public ProviderView(
            UUID id,
            String ref,
            String name,
            ProviderKind kind,
            @Nullable LocalDate accreditedUntil,
            Embargo embargo,
            @Nullable BigDecimal regulatorScore,
            @Nullable BigDecimal councilScore,
            @Nullable BigDecimal kpiScore,
            boolean doubleHanded,
            boolean welsh,
            Set<String> training,
            Set<String> patches) {
        this(
                id,
                ref,
                name,
                kind,
                accreditedUntil,
                embargo,
                regulatorScore,
                councilScore,
                kpiScore,
                doubleHanded,
                welsh,
                training,
                patches,
                accreditedUntil == null ? Set.of() : Set.of(Lot.SESSIONAL));
    }

    /** The same provider, let in for other kinds of work. */
    public ProviderView letInFor(Set<Lot> others) {
        return new ProviderView(
                id,
                ref,
                name,
                kind,
                accreditedUntil,
                embargo,
                regulatorScore,
                councilScore,
                kpiScore,
                doubleHanded,
                welsh,
                training,
                patches,
                others);
    }

    public boolean accredited(LocalDate on) {
        return accreditedUntil != null && !on.isAfter(accreditedUntil);
    }

    /** More hours for somebody it looks after already. */
    public boolean takesIncreases() {
        return embargo != Embargo.NEW_WORK_AND_INCREASES;
    }

    public boolean covers(String locality) {
        return patches.contains(locality);
    }
}
