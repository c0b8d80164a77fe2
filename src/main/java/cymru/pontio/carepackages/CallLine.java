package cymru.pontio.carepackages;

import cymru.pontio.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call of the week. Never changed: a call that is planned anew is a new line, since adverts point at the old one. */
@Entity
@Table(schema = "carepackages", name = "call_line")
class CallLine {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "care_package_id")
    private CarePackage carePackage;

    private int position;
    private String days;

    @Enumerated(EnumType.STRING)
    private Band band;

    private @Nullable LocalTime windowFrom;
    private @Nullable LocalTime windowTo;
    private int minutes;
    private int workers;
    private boolean timeCritical;
    private @Nullable String timeCriticalReason;

    @Enumerated(EnumType.STRING)
    private Tier tier;

    @Enumerated(EnumType.STRING)
    private @Nullable ShortReason shortReason;

    @Enumerated(EnumType.STRING)
    private WorkerGender workerGender;

    private String tasks;
    private @Nullable Instant supersededAt;

    protected CallLine() {}

    CallLine(CarePackage carePackage, int position, CallTerms terms) {
        this.id = Ids.next();
        this.carePackage = carePackage;
        this.position = position;
        this.days = terms.days();
        this.band = terms.band();
        this.windowFrom = terms.from();
        this.windowTo = terms.until();
        this.minutes = terms.minutes();
        this.workers = terms.workers();
        this.timeCritical = terms.timeCriticalReason() != null;
        this.timeCriticalReason = terms.timeCriticalReason();
        this.tier = terms.tier();
        this.shortReason = terms.shortReason();
        this.workerGender = terms.workerGender();
        this.tasks = terms.tasks();
    }

    void supersede(Instant at) {
        supersededAt = at;
    }

    boolean stands() {
        return supersededAt == null;
    }

    int position() {
        return position;
    }

    CallLineView view() {
        return new CallLineView(
                id,
                position,
                days,
                band,
                windowFrom,
                windowTo,
                minutes,
                workers,
                timeCritical,
                timeCriticalReason,
                tier,
                shortReason,
                workerGender,
                tasks);
    }
}
