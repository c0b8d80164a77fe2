package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Both task lists of one micro-enterprise with the check that stands for each item. */
record Checklist(Map<Item, Check> standing, LocalDate today) {

    static Checklist of(List<Check> standing, LocalDate today) {
        Map<Item, Check> byItem = new EnumMap<>(Item.class);
        standing.forEach(check -> byItem.put(check.item(), check));
        return new Checklist(byItem, today);
    }

    Optional<Check> check(Item item) {
        return Optional.ofNullable(standing.get(item));
    }

    /** Never checked, found wanting, or due to be seen again. */
    List<Item> open(Part part) {
        return items(part)
                .filter(item -> check(item).filter(one -> one.holds(today)).isEmpty())
                .toList();
    }

    /** So many of so many in order. */
    record Progress(Part part, long done, long total) {}

    public List<Progress> progress() {
        return Arrays.stream(Part.values())
                .map(part -> new Progress(
                        part,
                        items(part).count() - open(part).size(),
                        items(part).count()))
                .toList();
    }

    /** Checks that are over or soon will be. */
    public List<Check> due() {
        return standing.values().stream().filter(one -> one.dueSoon(today)).toList();
    }

    /** Nobody lists what they checked themselves, and nothing is listed half checked. */
    Optional<RuleBroken> againstListing(Actor by) {
        List<Item> open = open(Part.DUE_DILIGENCE);
        if (!open.isEmpty()) return Optional.of(new RuleBroken("microenterprises.error.incomplete", open.size()));
        boolean own = standing.values().stream()
                .anyMatch(one ->
                        one.item().part() == Part.DUE_DILIGENCE && one.by().equals(by.userId()));
        return own ? Optional.of(new RuleBroken("microenterprises.error.ownChecks")) : Optional.empty();
    }

    private static java.util.stream.Stream<Item> items(Part part) {
        return Arrays.stream(Item.values()).filter(item -> item.part() == part);
    }
}
