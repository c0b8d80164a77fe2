package cymru.pontio.matching;

import static cymru.pontio.matching.Because.*;

import cymru.pontio.carepackages.Training;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.matching.Check.Same;
import cymru.pontio.matching.Supplier.Staff;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.capacity.Freshness;
import cymru.pontio.providers.capacity.PartOfDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each hard rule says, one by one, so that a provider who breaks several is told of all of them at once. */
final class Rules {
    private Rules() {}

    /** Who is accredited today and not on the first day of care has to renew before: a reason to ask, not to refuse. */
    static Check accredited(Work work, LocalDate on) {
        LocalDate begin = work.startFrom();
        return supplier -> {
            LocalDate last = supplier.provider().accreditedUntil();
            if (last == null) return NEVER_ACCREDITED;
            if (on.isAfter(last)) return LAPSED;
            return begin.isAfter(last) ? LAPSES_BEFORE_START : ACCREDITED;
        };
    }

    static Check notEmbargoed(Work work, LocalDate on) {
        return supplier -> supplier.provider().embargo() == Embargo.NONE ? FREE_TO_GROW : EMBARGOED;
    }

    /**
     * Whose work is being moved to others would only have to be followed by others again, and what the council takes from a
     * provider it does not give back to it. Who has given notice for this package may take it on again: a reason to ask.
     */
    static Check notLeaving(Work work, LocalDate on) {
        UUID carePackage = work.carePackage().value();
        return supplier -> {
            if (supplier.leaving().all()) return LEAVES;
            if (supplier.leaving().taken().contains(carePackage)) return TAKEN;
            return supplier.leaving().packages().contains(carePackage) ? LEAVES_THIS : STAYS;
        };
    }

    /** Who was never let in at all has been told so. */
    static Check lot(Work work, LocalDate on) {
        Lot lot = work.lot();
        return supplier -> {
            ProviderView provider = supplier.provider();
            return provider.accreditedUntil() == null || provider.lots().contains(lot) ? HAS_LOT : LACKS_LOT;
        };
    }

    static Check patch(Work work, LocalDate on) {
        String locality = work.locality();
        return supplier -> supplier.provider().covers(locality) ? COVERS : OUTSIDE;
    }

    static Check doubleHanded(Work work, LocalDate on) {
        if (!work.twoWorkers()) return new Same(ONE_WORKER_ENOUGH);
        return supplier -> supplier.provider().doubleHanded() ? SENDS_TWO : SENDS_ONE;
    }

    /** Signing is a language, and has a rule of its own. */
    static Check training(Work work, LocalDate on) {
        List<Training> needed = trainings(work);
        if (needed.isEmpty()) return new Same(NO_TRAINING_ASKED);
        return supplier -> {
            for (Training need : needed) if (lacks(supplier, need)) return UNTRAINED;
            return TRAINED;
        };
    }

    /** In their order, without the language. */
    static List<Training> trainings(Work work) {
        return work.training().stream()
                .filter(need -> need != Training.BSL)
                .sorted()
                .toList();
    }

    static boolean lacks(Supplier supplier, Training need) {
        return !supplier.provider().training().contains(need.name());
    }

    /**
     * Where a worker of one gender is needed, somebody in the register must be, who works in the patch. A register that
     * leaves it open for some keeps nobody out.
     */
    static Check gender(Work work, LocalDate on) {
        List<WorkerGender> needed = genders(work);
        if (needed.isEmpty()) return new Same(ANY_GENDER);
        return supplier -> {
            if (lacking(needed, work, supplier) == null) return HAS_GENDER;
            Staff staff = supplier.staffIn(work.locality());
            return staff.workers() > 0 && staff.unstated() == 0 ? LACKS_GENDER : GENDER_UNKNOWN;
        };
    }

    /** Each that some call needs, in their order. */
    static List<WorkerGender> genders(Work work) {
        return work.calls().stream()
                .map(AskedCall::gender)
                .filter(one -> one == WorkerGender.FEMALE_NEEDED || one == WorkerGender.MALE_NEEDED)
                .distinct()
                .sorted()
                .toList();
    }

    /** The first of which the register has nobody there. */
    static @Nullable WorkerGender lacking(List<WorkerGender> needed, Work work, Supplier supplier) {
        Staff staff = supplier.staffIn(work.locality());
        for (WorkerGender gender : needed)
            if ((gender == WorkerGender.FEMALE_NEEDED ? staff.women() : staff.men()) == 0) return gender;
        return null;
    }

    /** The provider answers for it; a register that names no speaker in the patch is a reason to ask. */
    static Check welsh(Work work, LocalDate on) {
        if (!work.welsh().equals("NEED")) return new Same(WELSH_NOT_NEEDED);
        return supplier -> {
            if (!supplier.provider().welsh()) return NO_WELSH;
            Staff staff = supplier.staffIn(work.locality());
            return staff.workers() > 0 && staff.speakers() == 0 ? NO_SPEAKER_THERE : GIVES_WELSH;
        };
    }

    static Check signLanguage(Work work, LocalDate on) {
        if (!work.training().contains(Training.BSL)) return new Same(BSL_NOT_NEEDED);
        return supplier -> lacks(supplier, Training.BSL) ? NO_BSL : SIGNS;
    }

    /** Once the last day has passed, nobody can keep to it: then the earliest start counts, in points. */
    static Check start(Work work, LocalDate on) {
        if (on.isAfter(work.startLatest())) return new Same(START_PASSED);
        long most = work.startLatest().toEpochDay() - on.toEpochDay();
        return supplier -> {
            Integer lead = supplier.leadDays();
            if (lead == null) return START_UNKNOWN;
            return lead > most ? STARTS_LATE : STARTS_IN_TIME;
        };
    }

    static Check envelope(Work work, LocalDate on) {
        String locality = work.locality();
        int ceiling = work.ceiling().pounds().movePointRight(2).intValueExact();
        return supplier -> {
            int pence = supplier.pence(locality);
            if (pence == 0) return RATE_UNKNOWN;
            return pence > ceiling ? ABOVE_CEILING : WITHIN_CEILING;
        };
    }

    /** Calls whose time may not move need spare hours in a part of the day in which they may begin. */
    static Check timeCritical(Work work, LocalDate on) {
        if (!work.timeCritical()) return new Same(NOTHING_CRITICAL);
        return supplier -> {
            if (supplier.spare().freshness() != Freshness.FRESH) return CRITICAL_UNKNOWN;
            return lacking(work, supplier.spare()) == null ? CRITICAL_FITS : CRITICAL_LACKS;
        };
    }

    /**
     * Each call takes what it needs from the part of the day with most left; the first that finds too little is named, unless
     * the calls can share the parts in another way.
     */
    static @Nullable PartOfDay lacking(Work work, Supplier.Spare spare) {
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
            if (most < call.weekly()) return Sharing.of(work, spare) ? null : call.part();
            taken[Supplier.Spare.index(Objects.requireNonNull(best), call.workers())] += call.weekly();
        }
        return null;
    }

    static Check refusal(Work work, LocalDate on) {
        Set<UUID> refused = work.refused();
        if (refused.isEmpty()) return new Same(NOT_REFUSED);
        return supplier -> refused.contains(supplier.id()) ? REFUSED_BY_PERSON : NOT_REFUSED;
    }
}
