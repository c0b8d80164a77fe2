package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.providers.capacity.Slot;
import cymru.pontio.providers.capacity.SpareHours;
import cymru.pontio.providers.microenterprises.MicroEnterprises;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The provider's yes or no, decided by the database's clock under the lock of the award. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OfferAnswers {
    private final AwardDesk desk;
    private final Providers providers;
    private final Acceptance acceptance;
    private final Succession succession;
    private final SpareHours spare;
    private final MicroEnterprises micros;
    private final Suppliers suppliers;

    OfferAnswers(
            AwardDesk desk,
            Providers providers,
            Acceptance acceptance,
            Succession succession,
            SpareHours spare,
            MicroEnterprises micros,
            Suppliers suppliers) {
        this.desk = desk;
        this.providers = providers;
        this.acceptance = acceptance;
        this.succession = succession;
        this.spare = spare;
        this.micros = micros;
        this.suppliers = suppliers;
    }

    void mustBeAwaited(AwardRef ref) {
        desk.read(ref).mustBeAnswerable(desk.now());
    }

    PlacementRef accept(Actor actor, AwardRef ref, Confirmation confirmation) {
        List<Award> all = desk.holdAll(desk.key(ref));
        Award asked = all.stream()
                .filter(award -> award.ref().equals(ref))
                .findFirst()
                .orElseThrow();
        micros.hold(asked.provider());
        Instant now = desk.now();
        all.forEach(award -> award.accept(actor, now));
        ProviderView provider = providers.hold(asked.provider());
        ProviderStanding.mustBeGood(provider, Zone.dayOf(now));
        all.forEach(award -> ProviderStanding.mustBe(suppliers.stays(award.carePackage(), award.provider())));
        // The yes tells who the person is; that the person refused is not for the provider to know.
        if (!all.stream().allMatch(award -> suppliers.wanted(award.carePackage(), award.provider())))
            throw new RuleBroken("placements.error.stopped", ref.value());
        // Before the audit, as when hours are declared: in another order the two would wait for each other.
        Map<Slot, Integer> hours = new TreeMap<>();
        all.forEach(
                award -> acceptance.hours(award).forEach((slot, minutes) -> hours.merge(slot, minutes, Integer::sum)));
        spare.take(actor, asked.provider(), ref.value(), hours, confirmation);
        Map<AwardRef, PlacementRef> made = new HashMap<>();
        for (Award award : all) {
            desk.record(award, actor, AwardDesk.Event.ACCEPTED, null);
            made.put(award.ref(), acceptance.of(award, provider, actor, now));
        }
        return Objects.requireNonNull(made.get(ref));
    }

    void decline(Actor actor, AwardRef ref, String why) {
        List<Award> all = desk.holdAll(desk.key(ref));
        for (Award award : all) {
            award.decline(actor, desk.now(), why);
            desk.record(award, actor, AwardDesk.Event.DECLINED, why);
        }
        succession.after(all, actor);
    }
}
