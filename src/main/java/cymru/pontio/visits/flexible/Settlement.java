package cymru.pontio.visits.flexible;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Blocks of flexible hours that are over: what is left in them expires or returns. */
@Service
public class Settlement {
    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    /** The council's own clock, where no person acts. */
    private static final Actor CLOCK =
            new Actor(new UUID(0, 0), "Pontio", new UUID(0, 0), "Pontio", null, Set.of(Role.BROKER), null);

    private final BankTable table;
    private final CarePackages packages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Settlement(BankTable table, CarePackages packages, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.packages = packages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Ends each block by the rule of its last day. Doing it twice changes nothing; one that cannot be ended holds up none of
     * the others.
     *
     * @return how many were ended
     */
    public int settle() {
        int ended = 0;
        for (BankTable.Over one : table.over(Zone.dayOf(clock.instant())))
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
        LocalDate last = block.last();
        table.enter(CLOCK, one.carePackage(), null, block, kind, new BankTable.Day(last, one.left(), ""));
    }
}
