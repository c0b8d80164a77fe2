package cymru.pontio.support;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.capacity.CapacityExamples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody in each role, and three agencies with patches in common and spare hours for all, made once for all tests. */
public class County {
    public static final String PASSWORD = "a long enough password";

    private final Accounts accounts;
    private final Providers providers;
    private final Map<String, Actor> actors = new HashMap<>();

    County(Accounts accounts, Providers providers, CapacityExamples capacity) {
        this.accounts = accounts;
        this.providers = providers;
        UUID council = accounts.createOrganisation("COUNCIL", "Cyngor Enghraifft Council");
        UUID north = accounts.createTeam(council, "North");
        UUID south = accounts.createTeam(council, "South");
        add("socialworker", "Sioned Work", council, north, null, Role.SOCIAL_WORKER);
        add("socialworker2", "Tomos Work", council, south, null, Role.SOCIAL_WORKER);
        add("manager", "Mair Manager", council, north, "50000", Role.TEAM_MANAGER);
        add("manager2", "Medwyn Manager", council, south, "50000", Role.TEAM_MANAGER);
        add("unlimited", "Nia Nolimit", council, north, null, Role.TEAM_MANAGER);
        add("broker", "Bethan Broker", council, null, null, Role.BROKER);
        add("broker2", "Bryn Broker", council, null, null, Role.BROKER);
        add("commissioner", "Carys Commissioner", council, null, null, Role.COMMISSIONER);
        add("commissioner2", "Cai Commissioner", council, null, null, Role.COMMISSIONER);
        add("finance", "Ffion Finance", council, null, null, Role.FINANCE);
        add("dpadviser", "Dafydd Adviser", council, null, null, Role.DP_ADVISER);
        add("auditor", "Awen Auditor", council, null, null, Role.AUDITOR);
        add("admin", "Arwel Admin", council, null, null, Role.ADMIN);
        UUID inhouse = accounts.createOrganisation("INHOUSE", "Council home care");
        add("inhouse", "Iwan Inhouse", inhouse, null, null, Role.INHOUSE_COORDINATOR);
        provider(
                inhouse,
                "Council home care",
                ProviderKind.INHOUSE,
                null,
                true,
                Set.of("newtown", "llanidloes", "brecon"));
        agency("a", "Aderyn Care", "90", true, Set.of("newtown", "llanidloes", "welshpool"));
        agency("b", "Bwthyn Care", "70", true, Set.of("newtown", "llanidloes"));
        agency("c", "Cwtch Care", null, false, Set.of("newtown", "brecon"));
        List.of(providerA(), providerB(), providerC()).forEach(capacity::plenty);
    }

    public Actor socialWorker() {
        return actor("socialworker");
    }

    /** Of another team. */
    public Actor otherSocialWorker() {
        return actor("socialworker2");
    }

    /** Approves up to £50,000 a year, in the first social worker's team. */
    public Actor manager() {
        return actor("manager");
    }

    public Actor otherManager() {
        return actor("manager2");
    }

    /** A team manager for whom no limit is set, which means nothing at all. */
    public Actor managerWithoutLimit() {
        return actor("unlimited");
    }

    public Actor broker() {
        return actor("broker");
    }

    public Actor otherBroker() {
        return actor("broker2");
    }

    public Actor commissioner() {
        return actor("commissioner");
    }

    public Actor otherCommissioner() {
        return actor("commissioner2");
    }

    public Actor finance() {
        return actor("finance");
    }

    public Actor inhouse() {
        return actor("inhouse");
    }

    public Actor dpAdviser() {
        return actor("dpadviser");
    }

    public Actor auditor() {
        return actor("auditor");
    }

    public Actor admin() {
        return actor("admin");
    }

    /** Well rated; covers newtown, llanidloes and welshpool. */
    public Actor providerA() {
        return actor("provider-a");
    }

    /** Fairly rated; covers newtown and llanidloes. */
    public Actor providerB() {
        return actor("provider-b");
    }

    /** Not yet rated, single-handed calls only; covers newtown and brecon. */
    public Actor providerC() {
        return actor("provider-c");
    }

    /** One of each role and relationship. */
    public List<Actor> everybody() {
        return List.copyOf(actors.values());
    }

    /** The name under which the actor signs in, with {@link #PASSWORD}. */
    public String usernameOf(Actor actor) {
        return actors.entrySet().stream()
                .filter(entry -> entry.getValue().equals(actor))
                .map(entry -> entry.getKey() + "@pontio.test")
                .findFirst()
                .orElseThrow();
    }

    /** Signs a request in. */
    public static RequestPostProcessor as(Actor actor) {
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                actor,
                null,
                AuthorityUtils.createAuthorityList(
                        actor.roles().stream().map(Enum::name).toArray(String[]::new))));
    }

    private Actor actor(String key) {
        return Objects.requireNonNull(actors.get(key));
    }

    private void agency(String letter, String name, @Nullable String score, boolean doubleHanded, Set<String> patches) {
        UUID id = accounts.createOrganisation("PROVIDER", name);
        add(
                "provider-" + letter,
                "Manager " + letter.toUpperCase(java.util.Locale.ROOT),
                id,
                null,
                null,
                Role.PROVIDER_MANAGER);
        provider(id, name, ProviderKind.AGENCY, score, doubleHanded, patches);
    }

    private void provider(
            UUID id,
            String name,
            ProviderKind kind,
            @Nullable String score,
            boolean doubleHanded,
            Set<String> patches) {
        BigDecimal points = score == null ? null : new BigDecimal(score);
        providers.add(new ProviderView(
                id,
                Reference.random("PRV", RandomGenerator.getDefault()),
                name,
                kind,
                LocalDate.of(2099, 12, 31),
                Embargo.NONE,
                points,
                points,
                points,
                doubleHanded,
                true,
                Set.of("HOIST", "CATHETER", "DEMENTIA"),
                patches));
    }

    private void add(
            String key, String name, UUID organisation, @Nullable UUID team, @Nullable String limit, Role role) {
        Money approval = limit == null ? null : Money.of(limit);
        UUID id = accounts.create(new Accounts.NewAccount(
                key + "@pontio.test", name, PASSWORD, organisation, team, Set.of(role), approval));
        actors.put(key, new Actor(id, name, organisation, "an organisation", team, Set.of(role), approval));
    }
}
