package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.WeeklyHours;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A status from a moment on, with what the package asked for then: what the waiting list says of a day long past must
 * not change when the package is planned anew.
 */
@Entity
@Table(schema = "carepackages", name = "status_event")
class StatusEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "care_package_id")
    private CarePackage carePackage;

    @Enumerated(EnumType.STRING)
    private PackageStatus status;

    private Instant effectiveAt;

    /** The database's clock writes it. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant recordedAt;

    private UUID byAccount;
    private String byName;
    private @Nullable String reason;
    private @Nullable String locality;
    private int userMinutesWeek;
    private int carerMinutesWeek;

    protected StatusEvent() {}

    StatusEvent(CarePackage of, PackageStatus status, Instant effective, Actor by, @Nullable String reason) {
        this.carePackage = of;
        this.status = status;
        this.effectiveAt = effective;
        this.byAccount = by.userId();
        this.byName = by.name();
        this.reason = reason;
        this.locality = of.locality();
        WeeklyHours hours = of.hours();
        this.userMinutesWeek = hours.user().minutes();
        this.carerMinutesWeek = hours.carer().minutes();
    }

    /** After it care may begin, and not before. */
    boolean awaitsCare() {
        return status == PackageStatus.AWARDED || status == PackageStatus.RESOURCING;
    }

    boolean live() {
        return status == PackageStatus.LIVE;
    }

    boolean liveFrom(Instant start) {
        return live() && effectiveAt.equals(start);
    }

    Instant effective() {
        return effectiveAt;
    }

    String byName() {
        return byName;
    }
}
