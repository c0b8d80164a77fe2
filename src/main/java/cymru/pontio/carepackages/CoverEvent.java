package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
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

/** Who looks after the person from a moment on. */
@Entity
@Table(schema = "carepackages", name = "cover_event")
class CoverEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "care_package_id")
    private CarePackage carePackage;

    @Enumerated(EnumType.STRING)
    private Cover cover;

    private Instant effectiveAt;

    /** The database's clock writes it. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant recordedAt;

    private UUID byAccount;
    private String byName;

    protected CoverEvent() {}

    CoverEvent(CarePackage of, Cover cover, Instant effective, Actor by) {
        this.carePackage = of;
        this.cover = cover;
        this.effectiveAt = effective;
        this.byAccount = by.userId();
        this.byName = by.name();
    }

    Cover cover() {
        return cover;
    }

    Instant effective() {
        return effectiveAt;
    }
}
