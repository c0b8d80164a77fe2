package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stopping work for a provider. One commissioner is enough, and it counts from that moment; {@link EmbargoLifting} needs
 * two. Care that is being given goes on under any embargo.
 */
@Service
public class Embargoes {

    private final EmbargoShelf shelf;
    private final EmbargoTable table;
    private final Providers providers;

    Embargoes(EmbargoShelf shelf, EmbargoTable table, Providers providers) {
        this.shelf = shelf;
        this.table = table;
        this.providers = providers;
    }

    /** The provider whose work may be stopped. */
    @Transactional(readOnly = true)
    public ProviderView provider(Actor actor, String ref) {
        actor.must(Role.COMMISSIONER);
        return providers.byRef(ref);
    }

    /** Nobody gives reasons for a second one. */
    @Transactional(readOnly = true)
    public void mayImpose(Actor actor, String ref) {
        mustHaveNone(provider(actor, ref));
    }

    @Transactional
    public EmbargoRef impose(Actor actor, String provider, EmbargoTerms terms) {
        ProviderView stopped = provider(actor, provider);
        shelf.holdProvider(stopped.id());
        mustHaveNone(stopped);
        ImposedEmbargo embargo = new ImposedEmbargo(shelf.freeRef(), stopped.id(), terms, actor, shelf.now());
        shelf.put(embargo, Step.IMPOSED, actor, terms.reason());
        return embargo.ref();
    }

    /**
     * It goes on.
     *
     * @param level as before or wider
     * @param finding what was found, in sentences; the provider reads it
     */
    @Transactional
    public void review(Actor actor, EmbargoRef ref, Embargo level, LocalDate again, String finding) {
        actor.must(Role.COMMISSIONER);
        ImposedEmbargo embargo = shelf.hold(ref);
        shelf.put(embargo, embargo.review(level, again, shelf.now()), actor, finding);
    }

    @Transactional(readOnly = true)
    public EmbargoView view(Actor actor, EmbargoRef ref) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return table.view(ref).orElseThrow(NotFound::new);
    }

    /** What was done, first step first. */
    @Transactional(readOnly = true)
    public List<EmbargoView.Entry> entries(Actor actor, EmbargoRef ref) {
        return table.entries(view(actor, ref).id());
    }

    /** Those in force by review date, or those over, latest first. */
    @Transactional(readOnly = true)
    public List<EmbargoView> list(Actor actor, EmbargoFilter filter, int limit) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return table.list(filter, limit);
    }

    private void mustHaveNone(ProviderView provider) {
        if (shelf.inForce(provider.id())) throw new RuleBroken("embargo.error.inForce", provider.ref());
    }
}
