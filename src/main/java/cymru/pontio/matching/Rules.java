package cymru.pontio.matching;

import static cymru.pontio.matching.Because.*;

import cymru.pontio.carepackages.Training;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Money;
import cymru.pontio.matching.Supplier.Staff;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.capacity.Freshness;
import cymru.pontio.providers.capacity.PartOfDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each hard rule says, one by one, so that a provider who breaks several is told of all of them at once. */
final class Rules {
    private static final Verdict FREE = Verdict.kept(Rule.NOT_EMBARGOED, FREE_TO_GROW);
    private static final Verdict IN_PATCH = Verdict.kept(Rule.PATCH, COVERS);
    private static final Verdict OUT_OF_PATCH = Verdict.broken(Rule.PATCH, OUTSIDE);
    private static final Verdict ONE_ENOUGH = Verdict.kept(Rule.DOUBLE_HANDED, ONE_WORKER_ENOUGH);
    private static final Verdict TWO = Verdict.kept(Rule.DOUBLE_HANDED, SENDS_TWO);
    private static final Verdict NO_TRAINING = Verdict.kept(Rule.TRAINING, NO_TRAINING_ASKED);
    private static final Verdict ANYBODY = Verdict.kept(Rule.WORKER_GENDER, ANY_GENDER);
    private static final Verdict NO_WELSH_NEEDED = Verdict.kept(Rule.WELSH, WELSH_NOT_NEEDED);
    private static final Verdict NO_BSL_NEEDED = Verdict.kept(Rule.SIGN_LANGUAGE, BSL_NOT_NEEDED);
    private static final Verdict NO_RATE = Verdict.unknown(Rule.ENVELOPE, RATE_UNKNOWN);
    private static final Verdict NONE_CRITICAL = Verdict.kept(Rule.TIME_CRITICAL, NOTHING_CRITICAL);
    private static final Verdict WANTED = Verdict.kept(Rule.REFUSAL, NOT_REFUSED);

    private Rules() {}

    /** Who is accredited today and not on the first day of care has to renew before: a reason to ask, not to refuse. */
    static Verdict accredited(Work work, Supplier supplier, LocalDate on) {
        LocalDate last = supplier.provider().accreditedUntil();
        if (last == null) return Verdict.broken(Rule.ACCREDITED, NEVER_ACCREDITED);
        if (on.isAfter(last)) return Verdict.broken(Rule.ACCREDITED, LAPSED, last);
        if (work.startFrom().isAfter(last)) return Verdict.unknown(Rule.ACCREDITED, LAPSES_BEFORE_START, last);
        return Verdict.kept(Rule.ACCREDITED, ACCREDITED, last);
    }

    static Verdict notEmbargoed(Work work, Supplier supplier, LocalDate on) {
        return supplier.provider().embargo() == Embargo.NONE ? FREE : Verdict.broken(Rule.NOT_EMBARGOED, EMBARGOED);
    }

    /** Who was never let in at all has been told so. */
    static Verdict lot(Work work, Supplier supplier, LocalDate on) {
        ProviderView provider = supplier.provider();
        return provider.accreditedUntil() == null || provider.lots().contains(work.lot())
                ? Verdict.kept(Rule.LOT, HAS_LOT, work.lot())
                : Verdict.broken(Rule.LOT, LACKS_LOT, work.lot());
    }

    static Verdict patch(Work work, Supplier supplier, LocalDate on) {
        return supplier.provider().covers(work.locality()) ? IN_PATCH : OUT_OF_PATCH;
    }

    static Verdict doubleHanded(Work work, Supplier supplier, LocalDate on) {
        if (!work.twoWorkers()) return ONE_ENOUGH;
        return supplier.provider().doubleHanded() ? TWO : Verdict.broken(Rule.DOUBLE_HANDED, SENDS_ONE);
    }

    /** Names each task its workers are not trained for. Signing is a language, and has a rule of its own. */
    static Verdict training(Work work, Supplier supplier, LocalDate on) {
        Set<String> has = supplier.provider().training();
        List<Training> needed = new ArrayList<>(work.training().size());
        List<Training> lacking = new ArrayList<>(0);
        for (Training need : work.training()) {
            if (need == Training.BSL) continue;
            needed.add(need);
            if (!has.contains(need.name())) lacking.add(need);
        }
        if (needed.isEmpty()) return NO_TRAINING;
        if (lacking.isEmpty()) return new Verdict.Kept(Rule.TRAINING, inOrder(TRAINED, needed));
        return new Verdict.Broken(Rule.TRAINING, inOrder(UNTRAINED, lacking));
    }

    private static List<Cause> inOrder(Because because, List<Training> needs) {
        if (needs.size() > 1) Collections.sort(needs);
        return Cause.each(because, needs);
    }

    /**
     * Where a worker of one gender is needed, somebody in the register must be, who works in the patch. A register that
     * leaves it open for some keeps nobody out.
     */
    static Verdict gender(Work work, Supplier supplier, LocalDate on) {
        Set<WorkerGender> needed = EnumSet.noneOf(WorkerGender.class);
        for (AskedCall call : work.calls())
            if (call.gender() == WorkerGender.FEMALE_NEEDED || call.gender() == WorkerGender.MALE_NEEDED)
                needed.add(call.gender());
        if (needed.isEmpty()) return ANYBODY;
        Staff staff = supplier.staffIn(work.locality());
        for (WorkerGender gender : needed) {
            int there = gender == WorkerGender.FEMALE_NEEDED ? staff.women() : staff.men();
            if (there > 0) continue;
            return staff.workers() > 0 && staff.unstated() == 0
                    ? Verdict.broken(Rule.WORKER_GENDER, LACKS_GENDER, gender)
                    : Verdict.unknown(Rule.WORKER_GENDER, GENDER_UNKNOWN, gender);
        }
        return new Verdict.Kept(Rule.WORKER_GENDER, Cause.each(HAS_GENDER, List.copyOf(needed)));
    }

    /** The provider answers for it; a register that names no speaker in the patch is a reason to ask. */
    static Verdict welsh(Work work, Supplier supplier, LocalDate on) {
        if (!work.welsh().equals("NEED")) return NO_WELSH_NEEDED;
        if (!supplier.provider().welsh()) return Verdict.broken(Rule.WELSH, NO_WELSH);
        Staff staff = supplier.staffIn(work.locality());
        return staff.workers() > 0 && staff.speakers() == 0
                ? Verdict.unknown(Rule.WELSH, NO_SPEAKER_THERE)
                : Verdict.kept(Rule.WELSH, GIVES_WELSH);
    }

    static Verdict signLanguage(Work work, Supplier supplier, LocalDate on) {
        if (!work.training().contains(Training.BSL)) return NO_BSL_NEEDED;
        return supplier.provider().training().contains(Training.BSL.name())
                ? Verdict.kept(Rule.SIGN_LANGUAGE, SIGNS)
                : Verdict.broken(Rule.SIGN_LANGUAGE, NO_BSL);
    }

    /** Once the last day has passed, nobody can keep to it: then the earliest start counts, in points. */
    static Verdict start(Work work, Supplier supplier, LocalDate on) {
        if (on.isAfter(work.startLatest())) return Verdict.kept(Rule.START, START_PASSED, work.startLatest());
        Integer lead = supplier.leadDays();
        if (lead == null) return Verdict.unknown(Rule.START, START_UNKNOWN);
        LocalDate first = on.plusDays(lead);
        return first.isAfter(work.startLatest())
                ? Verdict.broken(Rule.START, STARTS_LATE, lead, first)
                : Verdict.kept(Rule.START, STARTS_IN_TIME, lead, first);
    }

    static Verdict envelope(Work work, Supplier supplier, LocalDate on) {
        int pence = supplier.pence(work.locality());
        if (pence == 0) return NO_RATE;
        Money rate = new Money(BigDecimal.valueOf(pence, 2));
        return rate.isMoreThan(work.ceiling())
                ? Verdict.broken(Rule.ENVELOPE, ABOVE_CEILING, rate, work.ceiling())
                : Verdict.kept(Rule.ENVELOPE, WITHIN_CEILING, rate, work.ceiling());
    }

    /** Calls whose time may not move need spare hours in a part of the day in which they may begin. */
    static Verdict timeCritical(Work work, Supplier supplier, LocalDate on) {
        if (!work.timeCritical()) return NONE_CRITICAL;
        if (supplier.spare().freshness() != Freshness.FRESH)
            return Verdict.unknown(Rule.TIME_CRITICAL, CRITICAL_UNKNOWN);
        PartOfDay lacking = lacking(work, supplier.spare());
        return lacking == null
                ? Verdict.kept(Rule.TIME_CRITICAL, CRITICAL_FITS)
                : Verdict.broken(Rule.TIME_CRITICAL, CRITICAL_LACKS, lacking);
    }

    /** Each call takes what it needs from the part of the day with most left; the first that finds too little is named. */
    private static @Nullable PartOfDay lacking(Work work, Supplier.Spare spare) {
        int[] taken = new int[Supplier.Spare.SLOTS];
        for (AskedCall call : work.calls()) {
            if (!call.timeCritical()) continue;
            PartOfDay best = null;
            int most = -1;
            for (PartOfDay part : call.parts()) {
                int left = spare.left(work.locality(), part, call.workers())
                        - taken[Supplier.Spare.index(part, call.workers())];
                if (left > most) {
                    most = left;
                    best = part;
                }
            }
            if (most < call.weekly()) return call.part();
            taken[Supplier.Spare.index(Objects.requireNonNull(best), call.workers())] += call.weekly();
        }
        return null;
    }

    static Verdict refusal(Work work, Supplier supplier, LocalDate on) {
        return work.refused().contains(supplier.id()) ? Verdict.broken(Rule.REFUSAL, REFUSED_BY_PERSON) : WANTED;
    }
}
