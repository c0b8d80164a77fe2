package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Outdated;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.kernel.Zone;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A package of care from its first words to its end. Each step guards, changes, and writes who did it, when and why. */
@Entity
@Table(schema = "carepackages", name = "care_package")
class CarePackage {
    @Id
    private UUID id;

    private String ref;
    private UUID teamId;
    private UUID authorId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private UUID[] writers;

    @Enumerated(EnumType.STRING)
    private PackageStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable PackageStatus heldFrom;

    @Embedded
    private Plan plan = new Plan();

    private int userMinutesWeek;
    private int carerMinutesWeek;
    private @Nullable BigDecimal annualCost;
    private @Nullable UUID approvedBy;
    private @Nullable Instant approvedAt;
    private boolean partStarted;
    private Instant changedAt;
    private @Nullable UUID lastForm;
    private @Nullable String unfinishedCall;

    @Version
    private @Nullable Long version;

    /** The calls of today's week; those of other days are kept by {@link CallPlans}. */
    @OneToMany(mappedBy = "carePackage", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    @SQLRestriction(
            "coalesce(from_on, '-infinity') <= carepackages.today() and coalesce(until_on, 'infinity') > carepackages.today()")
    private List<CallLine> lines = new ArrayList<>();

    @OneToMany(mappedBy = "carePackage", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<StatusEvent> statusEvents = new ArrayList<>();

    @OneToMany(mappedBy = "carePackage", cascade = CascadeType.PERSIST)
    private List<CoverEvent> coverEvents = new ArrayList<>();

    protected CarePackage() {}

    CarePackage(PackageRef ref, Actor author, UUID team, Instant at) {
        this.id = Ids.next();
        this.ref = ref.value();
        this.teamId = team;
        this.authorId = author.userId();
        this.writers = new UUID[] {author.userId()};
        this.changedAt = at;
        this.status = PackageStatus.DRAFT;
        statusEvents.add(new StatusEvent(this, status, at, author, null));
    }

    /** Opens the plan for one form; a form made before somebody else's change is refused. */
    Plan write(Actor by, Stamp stamp, Instant at) {
        must(Step.EDIT);
        boolean own = stamp.form() != null && stamp.form().equals(lastForm);
        if (!own && stamp.version() != (version == null ? 0 : version))
            throw new Outdated(Stamp.of(version == null ? 0 : version).toString());
        lastForm = stamp.form();
        changedAt = at;
        writers = Stream.concat(Arrays.stream(writers), Stream.of(by.userId()))
                .distinct()
                .toArray(UUID[]::new);
        return plan;
    }

    /** Who reads before taking a step takes it with what was read; none where nobody read anything. */
    void must(Step step, @Nullable Stamp seen) {
        must(step);
        if (seen != null && seen.version() != (version == null ? 0 : version)) throw new Outdated(null);
    }

    /** Each step asks it of itself, and pages before anybody types. */
    void must(Step step) {
        if (!step.allowedIn(status)) throw refused();
    }

    /** A call that was begun and left; a call that is added or changed is finished. */
    void leaveCall(@Nullable String typed) {
        must(Step.EDIT);
        unfinishedCall = typed;
    }

    void addCall(CallTerms terms) {
        must(Step.EDIT);
        int last = lines.stream().mapToInt(CallLine::position).max().orElse(0);
        lines.add(new CallLine(this, last + 1, terms));
        unfinishedCall = null;
        sumUp();
    }

    void changeCall(int position, CallTerms terms) {
        removeCall(position);
        lines.add(new CallLine(this, position, terms));
        unfinishedCall = null;
        sumUp();
    }

    /** After the first approval an advert may point at the line: it is kept, and stands no longer. */
    void removeCall(int position) {
        must(Step.EDIT);
        CallLine line =
                standing().filter(one -> one.position() == position).findFirst().orElseThrow(NotFound::new);
        if (approvedAt == null) lines.remove(line);
        else line.supersede(changedAt);
        sumUp();
    }

    List<Missing> missing(boolean welshAsked, Instant at) {
        List<Missing> missing = plan.missing(welshAsked, userMinutesWeek > 0, Zone.dayOf(at));
        if (unfinishedCall != null) missing.add(Missing.UNFINISHED_CALL);
        return missing;
    }

    /** Nothing is submitted while something is missing; the answer says what. */
    List<Missing> submit(Actor by, boolean welshAsked, Instant at) {
        must(Step.SUBMIT);
        List<Missing> missing = missing(welshAsked, at);
        if (missing.isEmpty()) become(PackageStatus.SUBMITTED, by, at, null);
        return missing;
    }

    Approval approve(Actor manager, Money yearly, Instant at) {
        must(Step.APPROVE);
        Approval answer = Approval.of(manager, Set.of(writers), yearly);
        if (answer instanceof Approval.Refused) return answer;
        approvedBy = manager.userId();
        annualCost = yearly.pounds();
        if (approvedAt == null) approvedAt = at;
        become(PackageStatus.APPROVED, manager, at, null);
        if (coverEvents.isEmpty()) coverEvents.add(new CoverEvent(this, plan.coverAtApproval(), at, manager));
        return answer;
    }

    void giveBack(Actor by, String reason, Instant at) {
        must(Step.RETURN);
        approvedBy = null;
        annualCost = null;
        become(PackageStatus.RETURNED, by, at, reason);
    }

    void sourcing(Actor by, Instant at) {
        boolean restOfIt = partStarted && status == PackageStatus.AWARDED;
        if (!restOfIt) must(Step.SOURCE);
        if (status != PackageStatus.SOURCING) become(PackageStatus.SOURCING, by, at, null);
    }

    void roundFailed(Actor by, String reason, Instant at) {
        beneathHold(Step.FAIL_ROUND, PackageStatus.UNSOURCED, by, at, reason);
    }

    void awarded(Actor by, Instant at) {
        if (status == PackageStatus.AWARDED) return;
        beneathHold(Step.AWARD, PackageStatus.AWARDED, by, at, null);
    }

    void awardUndone(Actor by, String reason, Instant at) {
        beneathHold(Step.UNDO_AWARD, PackageStatus.UNSOURCED, by, at, reason);
    }

    void careStarted(Actor by, Instant firstVisit, boolean whole) {
        must(whole ? Step.START_WHOLE : Step.START_PART);
        if (!whole) partStarted = true;
        else {
            Instant start = afterAward(firstVisit);
            if (status != PackageStatus.LIVE || statusEvents.stream().noneMatch(one -> one.liveFrom(start)))
                become(PackageStatus.LIVE, by, start, null);
        }
    }

    /** Whoever came on the day of the award came by it, though the clock at the door says it was before the click. */
    private Instant afterAward(Instant firstVisit) {
        return statusEvents.stream()
                .filter(StatusEvent::awaitsCare)
                .map(StatusEvent::effective)
                .filter(at -> Zone.dayOf(at).equals(Zone.dayOf(firstVisit)))
                .reduce(firstVisit, CarePackage::later);
    }

    /** An earlier first visit, told when its provider has left already: the waiting ended sooner, and nothing else changes. */
    boolean careHadStarted(Actor by, Instant firstVisit) {
        boolean sooner = caredFor()
                && statusEvents.stream()
                        .noneMatch(one -> one.live() && !one.effective().isAfter(firstVisit));
        if (sooner) statusEvents.add(new StatusEvent(this, PackageStatus.LIVE, afterAward(firstVisit), by, null));
        return sooner;
    }

    /** Care that has begun goes on being needed, and who gave it leaves: tells whether nobody had been sought before. */
    boolean providerLeaves(Actor by, String reason, Instant at) {
        must(Step.LOSE_PROVIDER);
        boolean lived = status == PackageStatus.LIVE;
        if (lived) become(PackageStatus.RESOURCING, by, at, reason);
        if (search() == PackageStatus.AWARDED) beneathHold(Step.UNDO_AWARD, PackageStatus.UNSOURCED, by, at, reason);
        return lived;
    }

    /** A fact, in whatever state the package is; only what was never approved has no cover. */
    void cover(Actor by, Cover cover, Instant effective) {
        if (approvedAt == null) throw refused();
        coverEvents.add(new CoverEvent(this, cover, effective, by));
        changedAt = later(changedAt, effective);
    }

    /** The week of care that is given changes from some day on. */
    void replanned(Instant at) {
        must(Step.REPLAN);
        changedAt = later(changedAt, at);
    }

    void hold(Actor by, String reason, Instant at) {
        must(Step.HOLD);
        become(PackageStatus.ON_HOLD, by, at, reason);
    }

    void resume(Actor by, String reason, Instant at) {
        must(Step.RESUME);
        become(search(), by, at, reason);
    }

    void withdraw(Actor by, WithdrawalReason reason, Instant at) {
        must(Step.WITHDRAW);
        become(PackageStatus.WITHDRAWN, by, at, reason.name());
    }

    void end(Actor by, String reason, Instant at) {
        must(Step.END);
        become(PackageStatus.ENDED, by, at, reason);
    }

    PackageView view() {
        return new PackageView(
                new PackageId(id),
                new PackageRef(ref),
                teamId,
                authorId,
                Set.of(writers),
                status,
                search(),
                plan.view(),
                standing()
                        .map(CallLine::view)
                        .sorted(Comparator.comparingInt(CallLineView::position))
                        .toList(),
                hours(),
                unfinishedCall,
                annualCost == null ? null : new Money(annualCost),
                approvedBy,
                approvedAt,
                changedAt,
                version == null ? 0 : version);
    }

    @Nullable
    String locality() {
        return plan.locality();
    }

    UUID team() {
        return teamId;
    }

    boolean everApproved() {
        return approvedAt != null;
    }

    PackageStatus status() {
        return status;
    }

    /** From when the latest change of status counts. */
    Instant since() {
        return statusEvents.getLast().effective();
    }

    /** Somebody has begun to care, be it for some calls only. */
    boolean caredFor() {
        return partStarted || statusEvents.stream().anyMatch(StatusEvent::live);
    }

    /** How many changes of status its history holds. */
    int happened() {
        return statusEvents.size();
    }

    /** Of today's week. */
    WeeklyHours hours() {
        return WeeklyHours.ofMinutes(
                standing().mapToInt(line -> line.view().userMinutes()).sum(),
                standing().mapToInt(line -> line.view().carerMinutes()).sum());
    }

    private void become(PackageStatus next, Actor by, Instant effective, @Nullable String reason) {
        heldFrom = next == PackageStatus.ON_HOLD ? status : null;
        status = next;
        changedAt = later(changedAt, effective);
        lastForm = null;
        statusEvents.add(new StatusEvent(this, next, effective, by, reason));
    }

    /** Its status, or the one a hold lies over. */
    private PackageStatus search() {
        return heldFrom == null ? status : heldFrom;
    }

    /** A hold begins nothing new; what was under way goes on beneath it, and shows when the hold ends. */
    private void beneathHold(Step step, PackageStatus next, Actor by, Instant at, @Nullable String reason) {
        if (!step.allowedIn(search())) throw refused();
        if (heldFrom == null) become(next, by, at, reason);
        else heldFrom = next;
    }

    private RuleBroken refused() {
        var now = new DefaultMessageSourceResolvable("carepackages.PackageStatus." + status);
        return new RuleBroken(
                "carepackages.error.state", ref, now, statusEvents.getLast().byName());
    }

    private void sumUp() {
        userMinutesWeek = hours().user().minutes();
        carerMinutesWeek = hours().carer().minutes();
    }

    private Stream<CallLine> standing() {
        return lines.stream().filter(CallLine::stands);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
