package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds awards still while somebody changes them. Everything is locked in one order, package, advert, bid, award, so that
 * two who change the same thing wait for each other and never both wait.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AwardDesk {
    private static final SecureRandom RANDOM = new SecureRandom();
    static final String KEY =
            "select id, care_package_id as care_package, advert_id as advert, provider_id as provider, team_id as team, together from placements.award ";

    private final JdbcClient jdbc;
    private final AwardRepository awards;
    private final CarePackages packages;
    private final Adverts adverts;
    private final ApplicationEventPublisher events;

    AwardDesk(
            JdbcClient jdbc,
            AwardRepository awards,
            CarePackages packages,
            Adverts adverts,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.awards = awards;
        this.packages = packages;
        this.adverts = adverts;
        this.events = events;
    }

    AwardRef freeRef() {
        return Reference.free(() -> AwardRef.random(RANDOM), drawn -> awards.existsByRef(drawn.value()));
    }

    /** What happens to an award. */
    enum Event {
        PROPOSED,
        MOVED_UP,
        APPROVED,
        REFUSED,
        OFFERED,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        REVOCATION_ASKED,
        REVOCATION_REFUSED,
        REVOKED
    }

    record AwardMoved(Actor by, String subject, String action, Map<String, String> facts) implements Auditable {}

    /** Which award, without its state: that is read only once it is locked. */
    record Key(
            UUID id,
            UUID carePackage,
            @Nullable UUID advert,
            UUID provider,
            UUID team,
            @Nullable UUID together) {}

    Key key(AwardRef ref) {
        return jdbc.sql(KEY + "where ref = ?")
                .param(ref.value())
                .query(Key.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** For a page that only asks whether something may be done; whoever does it holds the award. */
    Award read(AwardRef ref) {
        return awards.findByRef(ref.value());
    }

    /** The one award of the package that waits for somebody, if there is one. */
    Optional<Key> open(PackageId carePackage) {
        return jdbc.sql(KEY + "where care_package_id = ? and status in ('PROPOSED', 'OFFERED')")
                .param(carePackage.value())
                .query(Key.class)
                .optional();
    }

    /** Nobody else decides about this package until the end of the transaction. */
    void hold(PackageId carePackage) {
        packages.hold(carePackage);
    }

    Award hold(Key key) {
        hold(new PackageId(key.carePackage()));
        if (key.advert() != null) adverts.holdForDecision(new AdvertId(key.advert()));
        return awards.hold(key.id());
    }

    /** With all that it stands and falls with: their packages first, then their rounds, then they themselves. */
    List<Award> holdAll(Key key) {
        if (key.together() == null) return List.of(hold(key));
        List<Key> all = together(key);
        all.stream().map(Key::carePackage).sorted().forEach(one -> hold(new PackageId(one)));
        all.stream()
                .map(Key::advert)
                .filter(Objects::nonNull)
                .sorted()
                .forEach(one -> adverts.holdForDecision(new AdvertId(one)));
        return all.stream().map(Key::id).sorted().map(awards::hold).toList();
    }

    /** The same when a package is over: its round may have been taken back in the same moment, and is not asked. */
    List<Award> holdFalling(Key key) {
        List<Key> all = key.together() == null ? List.of(key) : together(key);
        all.stream().map(Key::carePackage).sorted().forEach(one -> hold(new PackageId(one)));
        return all.stream().map(Key::id).sorted().map(awards::hold).toList();
    }

    private List<Key> together(Key key) {
        return jdbc.sql(KEY + "where together = ?")
                .param(key.together())
                .query(Key.class)
                .list();
    }

    /** The database's clock decides deadlines, on every node alike. */
    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    void record(Award award, Actor by, Event event, @Nullable String reason) {
        awards.saveAndFlush(award);
        jdbc.sql(
                        "insert into placements.award_event (award_id, event, at, by_account, by_name, reason) values (:award, :event, clock_timestamp(), :account, :name, :reason)")
                .param("award", award.id())
                .param("event", event.name())
                .param("account", by.userId())
                .param("name", by.name())
                .param("reason", reason)
                .update();
        events.publishEvent(new AwardMoved(by, award.ref().value(), "Award" + word(event), facts(award)));
    }

    private static Map<String, String> facts(Award award) {
        Map<String, String> facts = new HashMap<>(Map.of(
                "package", award.packageRef(),
                "status", award.status().name(),
                "provider", award.provider().toString(),
                "rate", award.rate().toString()));
        Integer place = award.place();
        if (place != null) facts.put("place", place.toString());
        return facts;
    }

    /** REVOCATION_ASKED is told as RevocationAsked. */
    private static String word(Event event) {
        StringBuilder word = new StringBuilder();
        for (String part : event.name().split("_", -1))
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(java.util.Locale.ROOT));
        return word.toString();
    }
}
