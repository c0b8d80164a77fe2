package cymru.pontio.areas;

import cymru.pontio.areas.PatchEvents.PatchAdded;
import cymru.pontio.areas.PatchEvents.PatchChanged;
import cymru.pontio.areas.PatchEvents.PatchRetired;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Outdated;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Patches as sets of communities. All patches together are one whole: what one gains another gives, so whoever saves must
 * have seen the latest change of any of them.
 */
@Service
class Patches {
    private static final @Nullable String[] SAME = {null, null};

    private final PatchRows rows;
    private final Areas areas;
    private final List<PatchUse> uses;
    private final ApplicationEventPublisher events;

    Patches(PatchRows rows, Areas areas, ObjectProvider<PatchUse> uses, ApplicationEventPublisher events) {
        this.rows = rows;
        this.areas = areas;
        this.uses = uses.orderedStream().toList();
        this.events = events;
    }

    /** Something that still stands on a patch. */
    record Use(String messageKey, long number) {}

    /** The current ones, by their English name. */
    @Transactional(readOnly = true)
    public List<PatchView> all(Actor actor) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        long seen = rows.latest();
        List<Community> communities = rows.communities();
        Map<String, List<OutwardCode>> codes = rows.codes();
        return rows.patches().stream()
                .filter(one -> one.retiredAt() == null)
                .map(one -> view(one, communities, codes, List.of(), seen))
                .toList();
    }

    @Transactional(readOnly = true)
    public PatchView view(Actor actor, String code) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return view(named(code), rows.communities(), rows.codes(), rows.changes(code), rows.latest());
    }

    @Transactional(readOnly = true)
    public List<Community> communities(Actor actor) {
        actor.must(Role.COMMISSIONER);
        return rows.communities();
    }

    /** What would have to go before the patch may be retired. */
    @Transactional(readOnly = true)
    public List<Use> standing(Actor actor, String code) {
        actor.must(Role.COMMISSIONER);
        named(code);
        return uses.stream()
                .map(use -> new Use(use.messageKey(), use.standing(code)))
                .filter(use -> use.number() > 0)
                .toList();
    }

    /** Whether another current patch has this name, in its language. */
    @Transactional(readOnly = true)
    public boolean taken(@Nullable String code, String name, boolean welsh) {
        return rows.patches().stream()
                .filter(one -> one.retiredAt() == null && !one.locality().code().equals(code))
                .map(one -> welsh ? one.locality().nameCy() : one.locality().nameEn())
                .anyMatch(name::equalsIgnoreCase);
    }

    /** @return the new patch's code, which it keeps whatever it is called later */
    @Transactional
    public String add(Actor actor, PatchTerms terms) {
        hold(actor, terms.seen());
        String code = freeCode(terms.nameEn());
        mustBeFree(null, terms);
        rows.add(code, terms.nameEn(), terms.nameCy());
        rows.code(code, terms.codes());
        rows.centre(code, terms.centre());
        long change = rows.note(actor, code, "ADDED", SAME, SAME, pair("", terms.centre()), terms.reason());
        long gained = move(change, code, terms);
        events.publishEvent(new PatchAdded(actor, PatchEvents.subject(code), Map.of("communities", "" + gained)));
        return code;
    }

    /** Of two who save at once the second is told who was first and with what. */
    @Transactional
    public void change(Actor actor, String code, PatchTerms terms) {
        hold(actor, terms.seen());
        PatchView before = view(actor, code);
        if (!before.current()) throw new RuleBroken("areas.error.retired");
        mustBeFree(code, terms);
        @Nullable
        String[] names = pair(
                names(before.locality().nameEn(), before.locality().nameCy()), names(terms.nameEn(), terms.nameCy()));
        @Nullable String[] codes = pair(before.codesText(), OutwardCode.text(terms.codes()));
        long change =
                rows.note(actor, code, "CHANGED", names, codes, pair(before.centre(), terms.centre()), terms.reason());
        rows.rename(code, terms.nameEn(), terms.nameCy());
        rows.code(code, terms.codes());
        rows.centre(code, terms.centre());
        long moved = move(change, code, terms);
        events.publishEvent(new PatchChanged(
                actor,
                PatchEvents.subject(code),
                Map.of("change", "" + change, "communitiesMoved", "" + moved, "names", "" + (names != SAME))));
    }

    /** A patch without communities on which nothing stands is used no more; what happened in it keeps its name. */
    @Transactional
    public void retire(Actor actor, String code, String reason, long seen) {
        hold(actor, seen);
        PatchView patch = view(actor, code);
        if (!patch.current()) throw new RuleBroken("areas.error.retired");
        if (!patch.communities().isEmpty()) throw new RuleBroken("areas.error.notEmpty");
        if (!standing(actor, code).isEmpty()) throw new RuleBroken("areas.error.inUse");
        rows.code(code, List.of());
        rows.note(actor, code, "RETIRED", SAME, pair(patch.codesText(), ""), SAME, reason);
        rows.retire(actor, code);
        events.publishEvent(new PatchRetired(actor, PatchEvents.subject(code)));
    }

    private void hold(Actor actor, long seen) {
        actor.must(Role.COMMISSIONER);
        rows.hold();
        areas.changed();
        rows.last().filter(change -> change.id() != seen).ifPresent(change -> {
            Locality patch = named(change.locality()).locality();
            throw new Outdated(
                    "" + change.id(),
                    "areas.error.meanwhile." + change.kind(),
                    change.by(),
                    change.at(),
                    patch.nameEn(),
                    patch.nameCy());
        });
    }

    private void mustBeFree(@Nullable String code, PatchTerms terms) {
        if (taken(code, terms.nameEn(), false) || taken(code, terms.nameCy(), true))
            throw new RuleBroken("areas.error.nameTaken");
    }

    /** Takes what is wanted from wherever it is; gives up the rest to the patch named for it. */
    private long move(long change, String code, PatchTerms terms) {
        List<Community> gained = rows.communities().stream()
                .filter(one -> terms.communities().contains(one.code())
                        && !one.locality().equals(code))
                .toList();
        List<Community> given = rows.communities().stream()
                .filter(one -> !terms.communities().contains(one.code())
                        && one.locality().equals(code))
                .toList();
        if (!given.isEmpty()
                && (terms.rest().equals(code) || named(terms.rest()).retiredAt() != null))
            throw new RuleBroken("areas.error.rest");
        gained.forEach(one -> rows.move(change, one, code));
        given.forEach(one -> rows.move(change, one, terms.rest()));
        return gained.size() + given.size();
    }

    private PatchRows.Named named(String code) {
        return rows.patches().stream()
                .filter(one -> one.locality().code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private String freeCode(String name) {
        String letters = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z ]", "")
                .strip()
                .replaceAll(" +", "-");
        String base = letters.isEmpty() ? "patch" : letters;
        List<String> used =
                rows.patches().stream().map(one -> one.locality().code()).toList();
        String code = base;
        for (char more = 'b'; used.contains(code); more++) code = base + "-" + more;
        return code;
    }

    private static PatchView view(
            PatchRows.Named one,
            List<Community> communities,
            Map<String, List<OutwardCode>> codes,
            List<PatchRows.Change> changes,
            long seen) {
        String code = one.locality().code();
        return new PatchView(
                one.locality(),
                one.retiredAt(),
                communities.stream().filter(own -> own.locality().equals(code)).collect(Collectors.toList()),
                codes.getOrDefault(code, List.of()),
                one.centre(),
                changes,
                seen);
    }

    private static String names(String english, String welsh) {
        return english + " · " + welsh;
    }

    private static @Nullable String[] pair(String before, String after) {
        return before.equals(after) ? SAME : new @Nullable String[] {before, after};
    }
}
