package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Providers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files a provider shows for something else than its application, kept, scanned and shown by the same rules: the type is found
 * out from the content, and nobody opens what no scanner has seen.
 */
@Service
public class Proofs {
    /** For one thing. */
    public static final int MOST = 5;

    private final EvidenceStore store;
    private final EvidenceScans scans;
    private final Providers providers;
    private final History history;
    private final TransactionTemplate transaction;

    Proofs(
            EvidenceStore store,
            EvidenceScans scans,
            Providers providers,
            History history,
            TransactionTemplate transaction) {
        this.store = store;
        this.scans = scans;
        this.providers = providers;
        this.history = history;
        this.transaction = transaction;
    }

    /**
     * One file as lists show it.
     *
     * @param readable scanned and found clean
     * @param infected the scanner found something
     */
    public record Proof(
            UUID id, String type, int bytes, String addedBy, Instant addedAt, boolean readable, boolean infected) {}

    @SuppressWarnings("ArrayRecordComponent")
    public record Content(String name, String mediaType, byte[] bytes) {}

    /** What is wrong with a file, as a message key; nothing if it may be kept. */
    public static Optional<String> fault(byte @Nullable [] content) {
        if (content == null || content.length == 0) return Optional.of("accreditation.form.file.missing");
        if (content.length > EvidenceUpload.LARGEST) return Optional.of("accreditation.form.file.large");
        return FileType.of(content).isEmpty() ? Optional.of("accreditation.form.file.type") : Optional.empty();
    }

    /** Keeps it in quarantine first and asks the scanner afterwards; whoever calls has asked whether the thing is its own. */
    public void add(Actor actor, String about, byte[] content) {
        actor.must(Role.PROVIDER_MANAGER);
        UUID id = Objects.requireNonNull(transaction.execute(status -> keep(actor, about, content)));
        scans.scan(id);
    }

    /** The latest first; whoever calls has asked whether the reader may see the thing. */
    @Transactional(readOnly = true)
    public List<Proof> about(String ref) {
        return store.about(ref).stream()
                .map(one -> new Proof(
                        one.id(),
                        one.type().name(),
                        one.bytes(),
                        one.uploadedByName(),
                        one.uploadedAt(),
                        one.readable(),
                        one.scan() == Evidence.Scan.INFECTED))
                .toList();
    }

    /** Its own for a provider, everybody's for a commissioner; nothing that was not found clean. */
    @Transactional(readOnly = true)
    public Content content(Actor actor, String about, UUID id) {
        actor.must(Role.COMMISSIONER, Role.PROVIDER_MANAGER);
        Evidence one = store.about(about).stream()
                .filter(file -> file.id().equals(id) && file.readable())
                .filter(file -> actor.is(Role.COMMISSIONER) || file.provider().equals(actor.organisation()))
                .findFirst()
                .orElseThrow(NotFound::new);
        String name = one.fileName(providers.view(one.provider()).ref());
        return new Content(name, one.type().mediaType(), store.content(id));
    }

    private UUID keep(Actor actor, String about, byte[] content) {
        FileType type = FileType.of(content).orElseThrow(() -> new RuleBroken("accreditation.form.file.type"));
        if (store.about(about).size() >= MOST) throw new RuleBroken("accreditation.error.proofs", MOST);
        UUID id = Ids.next();
        store.add(id, actor, new EvidenceUpload(EvidenceKind.PLEDGE, type, content, null, null), about);
        history.add(actor, actor.organisation(), Step.EVIDENCE_ADDED, EvidenceKind.PLEDGE.name(), null);
        return id;
    }
}
