package cymru.pontio.placements;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.capacity.SpareHours;
import cymru.pontio.providers.microenterprises.MicroEnterprises;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps placements with their service orders and who was told whose care it is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlacementRegister {
    private static final RandomGenerator RANDOM = new java.security.SecureRandom();

    private final JdbcClient jdbc;
    private final PlacementRepository placements;
    private final Handover handover;
    private final JsonMapper json;
    private final SpareHours spare;
    private final MicroEnterprises micros;

    PlacementRegister(
            JdbcClient jdbc,
            PlacementRepository placements,
            Handover handover,
            JsonMapper json,
            SpareHours spare,
            MicroEnterprises micros) {
        this.jdbc = jdbc;
        this.placements = placements;
        this.handover = handover;
        this.json = json;
        this.spare = spare;
        this.micros = micros;
    }

    /** A placement, its order and the release of the identity: all of it, or nothing. */
    Placement enter(Award award, PackageFacts facts, ProviderView provider, Actor by, Instant now) {
        PlacementRef ref =
                Reference.free(() -> PlacementRef.random(RANDOM), drawn -> placements.existsByRef(drawn.value()));
        Placement placement = new Placement(ref, award, facts, handover.notBefore(award, Zone.dayOf(now)), now);
        try {
            placements.saveAndFlush(placement);
        } catch (DataIntegrityViolationException e) {
            throw new RuleBroken("placements.error.held", award.lines().size());
        }
        ServiceOrder order = ServiceOrder.of(
                placement.ref(),
                award,
                facts,
                provider.name(),
                new ServiceOrder.Accepted(by.name(), now, placement.agreedStart()));
        issue(placement.id(), order, now);
        jdbc.sql("insert into placements.identity_release (placement_id, provider_id, released_at) values (?, ?, ?)")
                .params(placement.id(), award.provider(), Timestamp.from(now))
                .update();
        if (provider.kind() == ProviderKind.MICRO) takeOn(placement, award, facts, by);
        return placement;
    }

    /** Before the first audited step of what may end a placement. */
    void holdProvider(UUID provider) {
        micros.hold(provider);
    }

    /** As it stands; whoever takes the award back holds the placement and asks again. */
    void mustNotSeemStarted(Award award) {
        placements.findByAwardId(award.id()).ifPresent(Placement::mustNotHaveStarted);
    }

    void mustNotHaveStarted(Award award) {
        placements.holdOfAward(award.id()).ifPresent(Placement::mustNotHaveStarted);
    }

    /** The award is taken back: its calls and hours are free, and the provider no longer learns whose care it was. */
    Optional<Placement> revoke(Award award, Actor by, Instant now) {
        Optional<Placement> placement = placements.holdOfAward(award.id());
        placement.ifPresent(one -> {
            one.revoke();
            placements.saveAndFlush(one);
            release(one.id(), now);
            micros.release(by, award.provider(), one.id(), one.agreedStart());
            spare.giveBack(by, award.provider(), award.ref().value());
        });
        return placement;
    }

    /** The placement, if the visit is news: the first one, or earlier than the first one known so far. */
    @Nullable
    Placement visited(UUID id, Instant visit) {
        Placement placement = placements.hold(id);
        if (!placement.visited(visit)) return null;
        placements.saveAndFlush(placement);
        return placement;
    }

    /** When care began with this placement and those that were accepted while it cared, as far as they were visited. */
    Optional<Instant> startWith(Placement placement) {
        return jdbc.sql("""
                select max(greatest(o.first_visit_at, o.accepted_at)) from placements.placement o
                join placements.placement p on p.id = :placement and p.care_package_id = o.care_package_id
                left join placements.notice n on n.placement_id = p.id
                where o.first_visit_at is not null and o.status <> 'REVOKED'
                  and o.accepted_at < coalesce(n.at, p.ended_on, 'infinity') having max(o.first_visit_at) is not null""")
                .param("placement", placement.id())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    Placement hold(UUID id) {
        return placements.hold(id);
    }

    void save(Placement placement) {
        placements.saveAndFlush(placement);
    }

    /** The provider leaves: its calls may be given to another, whose care begins after its own. */
    void leaving(Placement placement) {
        placements.saveAndFlush(placement);
        free(placement.id());
    }

    /** It is over: its calls are free, and the provider no longer learns whose care it was. */
    void over(Placement placement, LocalDate firstDayWithout, Actor by, Instant now) {
        placements.saveAndFlush(placement);
        release(placement.id(), now);
        micros.release(by, placement.provider(), placement.id(), firstDayWithout);
    }

    /** Placements of the package that are neither over nor taken back. */
    List<UUID> running(PackageId carePackage) {
        return jdbc.sql("""
                select id from placements.placement
                where care_package_id = ? and status in ('PENDING_START', 'LIVE', 'NOTICE_GIVEN') order by id""").param(carePackage.value()).query(UUID.class).list();
    }

    /** The day on which it should have begun; a second report of the same day says nothing new. */
    LocalDate failedToStart(UUID id, LocalDate today, @Nullable LocalDate newStart) {
        Placement placement = placements.hold(id);
        LocalDate due = placement.agreedStart();
        placement.failedToStart(today, newStart);
        placements.saveAndFlush(placement);
        return due;
    }

    void note(PlacementView.FailedStart failed, UUID placement, Actor by) {
        int noted = jdbc.sql("""
                insert into placements.failed_start (placement_id, due_on, reason, new_start, by_account, by_name, at)
                values (:placement, :due, :reason, :newStart, :account, :name, :at) on conflict do nothing""")
                .param("placement", placement)
                .param("due", failed.due())
                .param("reason", failed.reason())
                .param("newStart", failed.newStart())
                .param("account", by.userId())
                .param("name", by.name())
                .param("at", Timestamp.from(failed.at()))
                .update();
        if (noted == 0) throw new RuleBroken("placements.error.reported");
    }

    /** All calls of the package are held by placements in one of these states. */
    boolean whole(PackageFacts facts, PlacementStatus... states) {
        Set<UUID> held = jdbc
                .sql("""
                select l.call_line_id from placements.placement_line l join placements.placement p on p.id = l.placement_id
                where p.care_package_id = :package and l.standing and p.status = any (:states)""")
                .param("package", facts.id().value())
                .param("states", Arrays.stream(states).map(Enum::name).toArray(String[]::new))
                .query(UUID.class)
                .stream()
                .collect(Collectors.toSet());
        return facts.lines().stream().allMatch(call -> held.contains(call.id()));
    }

    /** When the last of the package's placements began; a visit before the acceptance counts from the acceptance. */
    Optional<Instant> lastStart(PackageId carePackage) {
        return jdbc.sql("""
                select max(greatest(first_visit_at, accepted_at)) from placements.placement
                where care_package_id = ? and status = 'LIVE' having max(first_visit_at) is not null""")
                .param(carePackage.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** The plan's tasks are free text, so all of it counts as personal care until the council says otherwise. */
    private void takeOn(Placement placement, Award award, PackageFacts facts, Actor by) {
        micros.takeOn(
                by,
                award.provider(),
                new MicroEnterprises.Undertaking(
                        facts.person().value(),
                        true,
                        placement.agreedStart(),
                        null,
                        placement.id(),
                        placement.ref().value()));
    }

    private void issue(UUID placement, ServiceOrder order, Instant now) {
        jdbc.sql("""
                insert into placements.service_order (placement_id, issued_at, snapshot, seal)
                select :placement, :now, s, encode(sha256(convert_to(s::text, 'UTF8')), 'hex')
                from (select cast(:snapshot as jsonb) as s) t""")
                .param("placement", placement)
                .param("now", Timestamp.from(now))
                .param("snapshot", json.writeValueAsString(order))
                .update();
    }

    private void free(UUID placement) {
        jdbc.sql("update placements.placement_line set standing = false where placement_id = ?")
                .param(placement)
                .update();
    }

    private void release(UUID placement, Instant now) {
        free(placement);
        jdbc.sql("update placements.identity_release set ended_at = ? where placement_id = ? and ended_at is null")
                .params(Timestamp.from(now), placement)
                .update();
    }
}
