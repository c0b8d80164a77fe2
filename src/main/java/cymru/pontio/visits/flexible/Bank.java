package cymru.pontio.visits.flexible;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;
import static cymru.pontio.kernel.Role.PROVIDER_COORDINATOR;
import static cymru.pontio.kernel.Role.PROVIDER_MANAGER;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.PersonalDataRead;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Flexible hours of a package: agreed by its team, from a day on; saved and used by the provider that delivers. Within a
 * block no more is saved than is owed and no more is used than was saved, in a bank by the day of use; what is left at its
 * end goes by {@link Settlement}.
 */
@Service
public class Bank {
    static final Role[] COUNCIL = {SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER};

    private final BankTable table;
    private final CarePackages packages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bank(BankTable table, CarePackages packages, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.packages = packages;
        this.events = events;
        this.clock = clock;
    }

    record HoursAgreed(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record TimeEntered(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** The running block as a meter: user minutes saved, used and left, and what the block owes in all. */
    record Meter(Block block, int owed, int saved, int left, long days) {
        public int used() {
            return saved - left;
        }
    }

    /**
     * @param meter none where nothing is flexible today
     * @param may agree otherwise, or enter minutes
     */
    record View(String ref, Ledger ledger, @Nullable Meter meter, boolean may, LocalDate today) {
        public BankTable.@Nullable Agreement now() {
            return ledger.on(today).orElse(null);
        }
    }

    @Transactional
    public View ofPackage(Actor actor, PackageRef ref) {
        actor.must(COUNCIL);
        PackageFacts facts = packages.facts(actor, ref);
        events.publishEvent(new PersonalDataRead(actor, "flexible hours", ref.value()));
        return view(ref.value(), facts.id(), agrees(actor, facts) && !over(facts));
    }

    /** For the provider that delivers, while it may know whose care it is. */
    @Transactional
    public View ofPlacement(Actor actor, String ref) {
        BankTable.Own own = own(actor, ref);
        events.publishEvent(new PersonalDataRead(actor, "flexible hours", ref));
        return view(ref, new PackageId(own.carePackage()), true);
    }

    /** A day further off is a slip of the pen. */
    static LocalDate latest(LocalDate today) {
        return today.plusYears(1);
    }

    /** By the package's own team, from today or a later day, until the package is over. */
    @Transactional
    public void agree(Actor actor, PackageRef ref, LocalDate from, Flexibility mode, @Nullable AtEnd atEnd) {
        actor.must(SOCIAL_WORKER, TEAM_MANAGER);
        PackageFacts facts = packages.held(actor, ref);
        if (!agrees(actor, facts)) throw new NotFound();
        if (over(facts)) throw new RuleBroken("flexible.error.ended", ref);
        if (from.isBefore(today())) throw new RuleBroken("flexible.error.past");
        LocalDate latest = latest(today());
        if (from.isAfter(latest)) throw new RuleBroken("flexible.error.late", latest);
        table.agree(actor, facts.id(), from, mode, mode == Flexibility.NONE ? null : atEnd);
        events.publishEvent(new HoursAgreed(actor, ref.value(), Map.of("mode", mode.name(), "from", from.toString())));
    }

    /** @param kind saved or used; the day not in the future */
    @Transactional
    public void enter(Actor actor, String ref, EntryKind kind, LocalDate day, int minutes, String reason) {
        BankTable.Own own = own(actor, ref);
        if (kind != EntryKind.SAVED && kind != EntryKind.USED) throw new NotFound();
        if (day.isAfter(today())) throw new RuleBroken("flexible.error.future");
        PackageId carePackage = new PackageId(own.carePackage());
        packages.hold(carePackage);
        Block block = table.ledger(carePackage).blockOf(day);
        if (block == null) throw new RuleBroken("flexible.error.rigid");
        table.enter(actor, own.carePackage(), own.id(), block, kind, new BankTable.Day(day, minutes, reason));
        events.publishEvent(new TimeEntered(
                actor, own.packageRef(), Map.of("kind", kind.name(), "minutes", "" + minutes, "day", day.toString())));
    }

    private View view(String ref, PackageId carePackage, boolean may) {
        Ledger ledger = table.ledger(carePackage);
        Block block = ledger.blockOf(today());
        return new View(ref, ledger, block == null ? null : meter(carePackage, block, ledger), may, today());
    }

    private Meter meter(PackageId carePackage, Block block, Ledger ledger) {
        long days = ChronoUnit.DAYS.between(today(), block.until());
        return new Meter(block, table.owed(carePackage, block), ledger.saved(block), ledger.left(block), days);
    }

    private BankTable.Own own(Actor actor, String ref) {
        actor.must(PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR);
        return table.placement(ref, actor.organisation()).orElseThrow(NotFound::new);
    }

    private static boolean agrees(Actor actor, PackageFacts facts) {
        return actor.isAny(SOCIAL_WORKER, TEAM_MANAGER) && facts.team().equals(actor.team());
    }

    private static boolean over(PackageFacts facts) {
        return facts.status() == PackageStatus.WITHDRAWN || facts.status() == PackageStatus.ENDED;
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
