package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.PersonalDataRead;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Providers a person will not have, written down by the person's own team. Whoever finds care learns that it is so, not why;
 * the provider learns neither.
 */
@Service
class Refusals {
    private final PackageShelf shelf;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Refusals(PackageShelf shelf, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.shelf = shelf;
        this.jdbc = jdbc;
        this.events = events;
    }

    record ProviderRefused(Actor by, String subject) implements Auditable {}

    record ProviderRefusalTakenBack(Actor by, String subject) implements Auditable {}

    /** @param takenBackAt none while it stands */
    record Refusal(
            UUID id,
            String provider,
            String reason,
            String by,
            Instant at,
            @Nullable Instant takenBackAt,
            @Nullable String takenBackBy) {}

    /** @param choices agencies and the council's own team, then micro-enterprises, that are not refused on this package */
    record View(PackageView view, List<Refusal> refusals, List<Choice> choices) {
        record Choice(UUID id, String name, boolean micro) {}
    }

    @Transactional
    public View view(Actor actor, PackageRef ref) {
        CarePackage found = shelf.forReading(actor, ref);
        mustBeOfTeam(actor, found);
        events.publishEvent(new PersonalDataRead(actor, "package", ref.value()));
        UUID id = found.view().id().value();
        return new View(found.view(), refusals(id), choices(id));
    }

    /** It holds for every package of the person from now on. */
    @Transactional
    public void refuse(Actor actor, PackageRef ref, UUID provider, String reason) {
        CarePackage found = shelf.forChange(actor, ref);
        mustBeOfTeam(actor, found);
        UUID id = found.view().id().value();
        if (choices(id).stream().noneMatch(one -> one.id().equals(provider)))
            throw new RuleBroken("carepackages.error.alreadyRefused");
        try {
            jdbc.sql("""
                    insert into carepackages.refused_provider (id, care_package_id, provider_id, reason, by_account, by_name, at)
                    values (?, ?, ?, ?, ?, ?, clock_timestamp())""")
                    .params(Ids.next(), id, provider, reason, actor.userId(), actor.name())
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new RuleBroken("carepackages.error.alreadyRefused");
        }
        events.publishEvent(new ProviderRefused(actor, ref.value()));
    }

    /** The person thought better of it. What was written stays. */
    @Transactional
    public void takeBack(Actor actor, PackageRef ref, UUID refusal) {
        CarePackage found = shelf.forChange(actor, ref);
        mustBeOfTeam(actor, found);
        int changed = jdbc.sql("""
                update carepackages.refused_provider
                set taken_back_at = clock_timestamp(), taken_back_by = :by, taken_back_name = :name
                where id = :id and care_package_id = :package and taken_back_at is null""")
                .param("by", actor.userId())
                .param("name", actor.name())
                .param("id", refusal)
                .param("package", found.view().id().value())
                .update();
        if (changed == 0) throw new NotFound();
        events.publishEvent(new ProviderRefusalTakenBack(actor, ref.value()));
    }

    private static void mustBeOfTeam(Actor actor, CarePackage found) {
        actor.must(Role.SOCIAL_WORKER, Role.TEAM_MANAGER);
        if (!PackageShelf.ownTeam(actor, found.team())) throw new NotFound();
    }

    private List<Refusal> refusals(UUID carePackage) {
        return jdbc.sql("""
                select r.id, p.name as provider, r.reason, r.by_name, r.at, r.taken_back_at, r.taken_back_name
                from carepackages.refused_provider r join providers.report_provider p on p.id = r.provider_id
                where r.care_package_id = ? order by r.at desc, r.id desc""")
                .param(carePackage)
                .query((row, n) -> new Refusal(
                        row.getObject("id", UUID.class),
                        row.getString("provider"),
                        row.getString("reason"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("taken_back_at") == null
                                ? null
                                : row.getTimestamp("taken_back_at").toInstant(),
                        row.getString("taken_back_name")))
                .list();
    }

    private List<View.Choice> choices(UUID carePackage) {
        return jdbc.sql("""
                select p.id, p.name, p.kind = 'MICRO' as micro from providers.report_provider p
                where not exists (select from carepackages.refused_provider r
                    where r.care_package_id = ? and r.provider_id = p.id and r.taken_back_at is null)
                order by micro, p.name, p.id""").param(carePackage).query(View.Choice.class).list();
    }
}
