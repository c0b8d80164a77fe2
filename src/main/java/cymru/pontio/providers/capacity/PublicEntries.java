package cymru.pontio.providers.capacity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Outdated;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.CareService;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a provider tells the public about itself: what it does and how to reach it. */
@Service
class PublicEntries {
    private final JdbcClient jdbc;
    private final Providers providers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PublicEntries(JdbcClient jdbc, Providers providers, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.clock = clock;
        this.events = events;
    }

    record PublicEntryChanged(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /**
     * @param website with its scheme
     * @param version counts its changes; nought is nothing said yet
     */
    record PublicEntry(
            Set<CareService> services,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String website,
            int version) {
        /** Whoever is registered for care at home gives personal care. */
        static final PublicEntry USUAL = new PublicEntry(Set.of(CareService.PERSONAL_CARE), null, null, null, 0);

        PublicEntry {
            services = new TreeSet<>(services);
        }
    }

    @Transactional(readOnly = true)
    public PublicEntry own(Actor actor) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR);
        return Optional.ofNullable(all().get(actor.organisation())).orElse(PublicEntry.USUAL);
    }

    /** Only a manager speaks to the public for the provider, and of two who have read the same entry the first. */
    @Transactional
    public void change(Actor actor, PublicEntry entry) {
        actor.must(Role.PROVIDER_MANAGER);
        ProviderView provider = providers.view(actor.organisation());
        int written = jdbc.sql("""
                insert into providers.public_entry as entry (provider_id, services, phone, email, website, changed_at, changed_by)
                values (:provider, :services, :phone, :email, :website, :at, :by)
                on conflict (provider_id) do update set services = excluded.services, phone = excluded.phone, email = excluded.email,
                    website = excluded.website, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                    version = entry.version + 1 where entry.version = :seen""")
                .param("seen", entry.version())
                .param("provider", actor.organisation())
                .param("services", entry.services().stream().map(Enum::name).toArray(String[]::new))
                .param("phone", entry.phone())
                .param("email", entry.email())
                .param("website", entry.website())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", actor.userId())
                .update();
        if (written == 0) throw new Outdated(String.valueOf(own(actor).version())).about(provider.ref());
        events.publishEvent(new PublicEntryChanged(
                actor,
                provider.ref(),
                Map.of("services", entry.services().stream().map(Enum::name).collect(Collectors.joining(" ")))));
    }

    @Transactional(readOnly = true)
    public Map<UUID, PublicEntry> all() {
        return jdbc
                .sql(
                        "select provider_id, services, phone, email, website, version from providers.public_entry order by provider_id")
                .query((row, n) -> Map.entry(
                        row.getObject("provider_id", UUID.class),
                        new PublicEntry(
                                Arrays.stream((String[])
                                                row.getArray("services").getArray())
                                        .map(CareService::valueOf)
                                        .collect(Collectors.toSet()),
                                row.getString("phone"),
                                row.getString("email"),
                                row.getString("website"),
                                row.getInt("version"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
