package cymru.pontio.carepackages.absences;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Over a package that was approved: times in hospital and away. */
@Component
class AbsencesTab implements PackageTab {
    static final String KEY = "absences.tab";
    private static final int ORDER = 58;
    private static final String APPROVED =
            "exists (select from carepackages.care_package where ref = :ref and approved_at is not null)";

    @Override
    public Optional<Tab> of(Actor actor) {
        return actor.isAny(AbsencePages.READERS)
                ? Optional.of(new Tab(ORDER, KEY, "/absences", APPROVED))
                : Optional.empty();
    }
}
