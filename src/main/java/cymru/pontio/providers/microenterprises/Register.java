package cymru.pontio.providers.microenterprises;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.CareService;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.microenterprises.MicroEvents.MicroEnterpriseAdded;
import cymru.pontio.providers.microenterprises.MicroEvents.MicroEnterpriseMoved;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on the register of micro-enterprises, and how each came to its state. */
@Service
class Register {
    private static final RandomGenerator RANDOM = new SecureRandom();

    private final Shelf shelf;
    private final Checks checks;
    private final Providers providers;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    Register(Shelf shelf, Checks checks, Providers providers, Accounts accounts, JdbcClient jdbc) {
        this.shelf = shelf;
        this.checks = checks;
        this.providers = providers;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    record Terms(
            String name,
            Set<CareService> help,
            Set<String> patches,
            boolean welsh,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String website) {}

    record Step(MicroState state, String why, Instant at, String by) {}

    @Transactional(readOnly = true)
    public List<MicroView> list(Actor actor, MicroFilter filter) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        return shelf.all(filter);
    }

    @Transactional(readOnly = true)
    public MicroView view(Actor actor, MicroRef ref) {
        return shelf.find(actor, ref);
    }

    /** The micro-enterprise the manager works for; an agency's manager finds none. */
    @Transactional(readOnly = true)
    public MicroView own(Actor actor) {
        return shelf.own(actor);
    }

    @Transactional(readOnly = true)
    public List<Step> steps(Actor actor, MicroRef ref) {
        return jdbc.sql("""
                select state, why, at, by_name as by from providers.micro_step
                where provider_id = ? order by at desc, id desc""")
                .param(shelf.find(actor, ref).id())
                .query(Step.class)
                .list();
    }

    /** Begins with an enquiry: nothing is checked yet. */
    @Transactional
    public MicroRef add(Actor actor, Terms terms) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        MicroRef ref = Reference.free(
                () -> MicroRef.random(RANDOM),
                drawn -> jdbc.sql("select exists (select from providers.provider where ref = ?)")
                        .param(drawn.value())
                        .query(Boolean.class)
                        .single());
        UUID id = accounts.createOrganisation("PROVIDER", terms.name());
        providers.add(new ProviderView(
                id,
                ref.value(),
                terms.name(),
                ProviderKind.MICRO,
                null,
                Embargo.NONE,
                null,
                null,
                null,
                false,
                terms.welsh(),
                Set.of(),
                terms.patches()));
        jdbc.sql("""
                insert into providers.micro_enterprise (provider_id, state, state_by, state_at, help, phone, email, website)
                values (:id, 'ENQUIRY', :by, :at, :help, :phone, :email, :website)""")
                .param("id", id)
                .param("by", actor.userId())
                .param("at", Timestamp.from(shelf.now()))
                .param("help", terms.help().stream().map(Enum::name).toArray(String[]::new))
                .param("phone", terms.phone())
                .param("email", terms.email())
                .param("website", terms.website())
                .update();
        note(actor, id, MicroState.ENQUIRY, "");
        shelf.tell(new MicroEnterpriseAdded(actor, ref.value()));
        return ref;
    }

    /** @param against why it cannot be taken yet */
    record Next(Verb verb, @Nullable RuleBroken against) {}

    /** The steps from where it is now, with what stands against each; none for the micro-enterprise itself. */
    @Transactional(readOnly = true)
    public List<Next> next(Actor actor, MicroView micro) {
        if (!Shelf.ofCouncil(actor)) return List.of();
        return Verb.in(micro.state()).stream()
                .map(verb -> new Next(verb, against(actor, micro.id(), verb).orElse(null)))
                .toList();
    }

    /** Nobody gives a reason for a step that cannot be taken. */
    @Transactional(readOnly = true)
    public MicroView mayStep(Actor actor, MicroRef ref, Verb verb) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        MicroView micro = shelf.find(actor, ref);
        mustAllow(actor, micro.id(), micro.state(), verb);
        return micro;
    }

    /** Listing needs all of due diligence, checked by others; ending needs that nobody is helped any more. */
    @Transactional
    public void step(Actor actor, MicroRef ref, Verb verb, String why) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        UUID id = shelf.find(actor, ref).id();
        MicroState before = shelf.hold(id);
        mustAllow(actor, id, before, verb);
        jdbc.sql(
                        "update providers.micro_enterprise set state = :state, state_by = :by, state_at = :at where provider_id = :id")
                .param("state", verb.to().name())
                .param("by", actor.userId())
                .param("at", Timestamp.from(shelf.now()))
                .param("id", id)
                .update();
        note(actor, id, verb.to(), why);
        shelf.tell(new MicroEnterpriseMoved(
                actor,
                ref.value(),
                Map.of("from", before.name(), "to", verb.to().name())));
    }

    private void mustAllow(Actor actor, UUID id, MicroState now, Verb verb) {
        if (!verb.allowedIn(now)) throw new RuleBroken("microenterprises.error.step", now.name());
        against(actor, id, verb).ifPresent(broken -> {
            throw broken;
        });
    }

    private Optional<RuleBroken> against(Actor actor, UUID id, Verb verb) {
        return switch (verb) {
            case LIST -> checks.checklist(id).againstListing(actor);
            case END -> stillHelps(id);
            case CHECK, PAUSE -> Optional.empty();
        };
    }

    private Optional<RuleBroken> stillHelps(UUID id) {
        int left = jdbc.sql("""
                select count(*) from providers.micro_arrangement
                where provider_id = :id and until_day is distinct from from_day and (until_day is null or until_day > :today)""")
                .param("id", id)
                .param("today", shelf.today())
                .query(Integer.class)
                .single();
        return left == 0 ? Optional.empty() : Optional.of(new RuleBroken("microenterprises.error.stillHelps", left));
    }

    private void note(Actor actor, UUID id, MicroState state, String why) {
        jdbc.sql("""
                insert into providers.micro_step (provider_id, state, why, at, by_account, by_name)
                values (:id, :state, :why, clock_timestamp(), :account, :name)""")
                .param("id", id)
                .param("state", state.name())
                .param("why", why)
                .param("account", actor.userId())
                .param("name", actor.name())
                .update();
    }
}
