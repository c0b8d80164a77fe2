package cymru.pontio.bridging.enablement;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.carepackages.PackageStatusChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Enablement ends in the moment the death is told. It is no success that no care is needed any more. */
@Component
class PersonDied {
    private final Enablement enablement;

    PersonDied(Enablement enablement) {
        this.enablement = enablement;
    }

    @EventListener
    void over(PackageStatusChanged change) {
        boolean over = change.now() == PackageStatus.WITHDRAWN || change.now() == PackageStatus.ENDED;
        if (over && CareEnd.of(change) == CareEnd.DIED) enablement.stop(change.by(), change.id(), change.effective());
    }
}
