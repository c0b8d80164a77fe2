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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Flexible hours of a package: agreed by its team, from a day on; saved and used by the provider that delivers. Within a
 * block no more is saved than is owed and no more is used than was saved, in a bank by the day of use; what is left at its
 * end expires or returns.
 */
@Service
public class Bank {
    private static final Logger log = LoggerFactory.getLogger(Bank.class);

    static final Role[] COUNCIL = {SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER};

    /** The council's own clock, where no person acts. */
    private static final Actor CLOCK =
            new Actor(new UUID(0, 0), "Pontio", new UUID(0, 0), "Pontio", null, Set.of(BROKER), null);

    private final BankTable table;
    private final CarePackages packages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Bank(
            BankTable table,
            CarePackages packages,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.packages = packages;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    record HoursAgreed(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record TimeEntered(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** The running block as a meter: user minutes saved, used and left, and what the block owes in all. */
    record Meter(Block block, int owed, int saved, int used, int left, long days) {}

    /**
     * @param now the agreement of today; none where nobody has said anything, which is the same as not flexible
     * @param meter none where nothing is flexible today
     * @param may agree otherwise, or enter minutes
     */
    record View(
            String ref,
            BankTable.@Nullable Agreement now,
            @Nullable Meter meter,
            List<BankTable.Agreement> agreements,
            List<BankTable.Entry> entries,
            boolean may,
            LocalDate today) {
        /** The block in which minutes of that day can be moved; none where nothing is flexible on it. */
        @Nullable
        Block blockOf(LocalDate day) {
            return Block.of(agreements, day);
        }

        /** First day from which something else can be agreed: after the last one of which something was entered. */
        LocalDate free() {
            return Stream.concat(
                            Stream.of(today),
                            entries.stream().map(entry -> entry.day().plusDays(1)))
                    .max(LocalDate::compareTo)
                    .orElseThrow();
        }

        int left(Block block) {
            return leftAfter(block, block.last());
        }

        /** What a bank may still give on that day: the least that is left on it or later; a week is one budget. */
        int leftOn(Block block, LocalDate day) {
            if (isWeekly(day)) return left(block);
            return Stream.concat(Stream.of(day), entries.stream().map(BankTable.Entry::day))
                    .filter(one -> !one.isBefore(day) && one.isBefore(block.until()))
                    .mapToInt(one -> leftAfter(block, one))
                    .min()
                    .orElseThrow();
        }

        private boolean isWeekly(LocalDate day) {
            return agreements.stream()
                    .filter(one -> !one.from().isAfter(day))
                    .findFirst()
                    .filter(one -> one.mode() == Flexibility.WEEK)
                    .isPresent();
        }

        private int leftAfter(Block block, LocalDate day) {
            return entries.stream()
                    .filter(one ->
                            one.blockFrom().equals(block.from()) && !one.day().isAfter(day))
                    .mapToInt(one -> one.kind() == EntryKind.SAVED ? one.minutes() : -one.minutes())
                    .sum();
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

    /** By the package's own team, from today or a later day, until the package is over. */
    @Transactional
    public void agree(Actor actor, PackageRef ref, LocalDate from, Flexibility mode, @Nullable AtEnd atEnd) {
        actor.must(SOCIAL_WORKER, TEAM_MANAGER);
        PackageFacts facts = packages.held(actor, ref);
        if (!agrees(actor, facts)) throw new NotFound();
        if (over(facts)) throw new RuleBroken("flexible.error.ended", ref);
        if (from.isBefore(today())) throw new RuleBroken("flexible.error.past");
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
        Block block = Block.of(table.agreements(carePackage), day);
        if (block == null) throw new RuleBroken("flexible.error.rigid");
        table.enter(actor, own.carePackage(), own.id(), block, kind, new BankTable.Day(day, minutes, reason));
        events.publishEvent(new TimeEntered(
                actor, own.packageRef(), Map.of("kind", kind.name(), "minutes", "" + minutes, "day", day.toString())));
    }

    /**
     * Ends the blocks that are over, each by the rule of its last day. Doing it twice changes nothing; one that cannot be ended
     * holds up none of the others.
     *
     * @return how many were ended
     */
    public int settle() {
        int ended = 0;
        for (BankTable.Over one : table.over(today()))
            try {
                transaction.executeWithoutResult(tx -> end(one));
                ended++;
            } catch (RuntimeException e) {
                log.warn(
                        "flexible hours of package {} from {} could not be ended",
                        one.carePackage(),
                        one.blockFrom(),
                        e);
            }
        return ended;
    }

    private void end(BankTable.Over one) {
        packages.hold(new PackageId(one.carePackage()));
        EntryKind kind = one.atEnd() == AtEnd.EXPIRES ? EntryKind.EXPIRED : EntryKind.RETURNED;
        Block block = new Block(one.blockFrom(), one.ends());
        table.enter(CLOCK, one.carePackage(), null, block, kind, new BankTable.Day(block.last(), one.left(), ""));
    }

    private View view(String ref, PackageId carePackage, boolean may) {
        List<BankTable.Agreement> agreements = table.agreements(carePackage);
        List<BankTable.Entry> entries = table.entries(carePackage);
        BankTable.Agreement now = agreements.stream()
                .filter(one -> !one.from().isAfter(today()))
                .findFirst()
                .orElse(null);
        Block block = Block.of(agreements, today());
        Meter meter = block == null ? null : meter(carePackage, block, entries);
        return new View(ref, now, meter, agreements, entries, may, today());
    }

    private Meter meter(PackageId carePackage, Block block, List<BankTable.Entry> entries) {
        int saved = 0;
        int used = 0;
        for (BankTable.Entry entry : entries) {
            if (!entry.blockFrom().equals(block.from())) continue;
            if (entry.kind() == EntryKind.SAVED) saved += entry.minutes();
            else used += entry.minutes();
        }
        long days = ChronoUnit.DAYS.between(today(), block.until());
        return new Meter(block, table.owed(carePackage, block), saved, used, saved - used, days);
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
