package cymru.pontio.providers.register;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.register.RegisterEvents.RegisterFileApplied;
import cymru.pontio.providers.register.RegisterEvents.RegisterFileChecked;
import cymru.pontio.providers.register.RegisterEvents.RegisterFileDiscarded;
import cymru.pontio.providers.register.RegisterImportView.Status;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of the regulators' registers: read and compared, looked at, then taken over or thrown away. The same file again
 * changes nothing and says so.
 */
@Service
public class RegisterImports {
    public static final int PAGE = 25;
    private static final RandomGenerator RANDOM = new SecureRandom();

    private final ImportStore imports;
    private final EntryStore register;
    private final EntryLinks links;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A whole register stands in memory while it is compared: one at a time. */
    private final Semaphore reading = new Semaphore(1);

    RegisterImports(
            ImportStore imports, EntryStore register, EntryLinks links, ApplicationEventPublisher events, Clock clock) {
        this.imports = imports;
        this.register = register;
        this.links = links;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Reads a file and compares it with the register. Nothing is taken over yet.
     *
     * @throws FileRefused if it cannot be read as a register at all
     */
    @Transactional
    public RegisterImportRef check(Actor actor, byte[] file) {
        actor.must(Role.COMMISSIONER);
        if (!reading.tryAcquire()) throw new RuleBroken("register.error.busy");
        try {
            ReadRegister read = ReadRegister.of(file, links.own());
            EntryStore.Known known = register.known(read.regulator());
            RegisterImportRef ref = Reference.free(() -> RegisterImportRef.random(RANDOM), imports::taken);
            ImportStore.Checked checked =
                    new ImportStore.Checked(Ids.next(), ref, sha256(file), known.version(), clock.instant());
            imports.add(checked, read, Difference.of(read, known.entries(), known.gone()), actor);
            events.publishEvent(new RegisterFileChecked(actor, ref.value(), RegisterEvents.facts(find(ref))));
            return ref;
        } finally {
            reading.release();
        }
    }

    /** Takes over what the difference shows, all of it or nothing; refused if the register has changed meanwhile. */
    @Transactional
    public void apply(Actor actor, RegisterImportRef ref) {
        RegisterImportView one = held(actor, ref);
        register.hold(one.regulator(), one.basedOn());
        Instant now = clock.instant();
        List<String> vanished = imports.changes(one.id(), "VANISHED", Integer.MAX_VALUE).stream()
                .map(ChangeView::registration)
                .toList();
        register.apply(one.regulator(), imports.staged(one.id()), vanished, now, Zone.dayOf(now));
        links.byNumber(now);
        imports.decide(one.id(), Status.APPLIED, actor, now);
        events.publishEvent(new RegisterFileApplied(actor, ref.value(), RegisterEvents.facts(one)));
    }

    @Transactional
    public void discard(Actor actor, RegisterImportRef ref) {
        RegisterImportView one = held(actor, ref);
        imports.decide(one.id(), Status.DISCARDED, actor, clock.instant());
        events.publishEvent(new RegisterFileDiscarded(actor, ref.value()));
    }

    /** Latest first; one more than a page, if there are more. */
    @Transactional(readOnly = true)
    public List<RegisterImportView> list(Actor actor, String after) {
        actor.must(Role.COMMISSIONER);
        return imports.list(after, PAGE + 1);
    }

    @Transactional(readOnly = true)
    public RegisterImportView view(Actor actor, RegisterImportRef ref) {
        actor.must(Role.COMMISSIONER);
        return find(ref);
    }

    /** @param kind NEW, CHANGED, VANISHED or BACK; none for all */
    @Transactional(readOnly = true)
    public List<ChangeView> changes(Actor actor, RegisterImportRef ref, @Nullable String kind, int most) {
        return imports.changes(view(actor, ref).id(), kind, most);
    }

    @Transactional(readOnly = true)
    public List<RowProblem> problems(Actor actor, RegisterImportRef ref, int most) {
        return imports.problems(view(actor, ref).id(), most);
    }

    private RegisterImportView held(Actor actor, RegisterImportRef ref) {
        imports.hold(view(actor, ref).id());
        RegisterImportView one = find(ref);
        if (!one.open()) throw new RuleBroken("register.error.notOpen", ref.value());
        return one;
    }

    private RegisterImportView find(RegisterImportRef ref) {
        return imports.find(ref).orElseThrow(NotFound::new);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
