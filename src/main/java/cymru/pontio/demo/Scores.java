package cymru.pontio.demo;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.AdvertLine;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.adverts.AdvertStatus;
import cymru.pontio.adverts.Weights;
import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.Tier;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.matching.Matching;
import cymru.pontio.matching.Offer;
import cymru.pontio.matching.Scored;
import cymru.pontio.matching.Supplier;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Scores bids with the product's own rules, so that what the county shows is what the rules say. */
final class Scores {
    private final Matching matching;
    private final Map<UUID, Supplier> providers = new HashMap<>();
    private final Scene scene;

    Scores(Matching matching, Scene scene) {
        this.matching = matching;
        this.scene = scene;
        for (int i = 0; i < Agency.ALL.size(); i++) {
            UUID id = scene.cast().organisation(i);
            providers.put(id, Supplier.of(view(id, Agency.ALL.get(i))));
        }
    }

    /** Best first. */
    List<Scored> of(Round round, List<Bid> bids) {
        Life life = bids.getFirst().life();
        AdvertFacts advert = facts(life, round);
        Set<UUID> lines = new TreeSet<>();
        for (AdvertLine line : advert.lines()) lines.add(line.id());
        List<Offer> offers = bids.stream()
                .map(bid -> new Offer(
                        bid.id(),
                        scene.cast().organisation(bid.agency()),
                        new Money(bid.rate()),
                        At.date(bid.startOn()),
                        lines,
                        Set.of(),
                        false,
                        Agency.ALL.get(bid.agency()).welsh()))
                .toList();
        return matching.rank(advert, offers, providers.values(), seed(round));
    }

    static long seed(Round round) {
        return round.deadline();
    }

    private static ProviderView view(UUID id, Agency agency) {
        Integer score = agency.score();
        return new ProviderView(
                id,
                "",
                agency.name(),
                ProviderKind.AGENCY,
                null,
                Embargo.NONE,
                points(score, 0),
                points(score, -4),
                points(score, 3),
                agency.doubleHanded(),
                agency.welsh(),
                Set.copyOf(agency.training()),
                Set.copyOf(agency.patches()));
    }

    private static @Nullable BigDecimal points(@Nullable Integer score, int more) {
        return score == null ? null : BigDecimal.valueOf(score + more);
    }

    private AdvertFacts facts(Life life, Round round) {
        var envelope = scene.envelopes().on((int) (round.publishedAt() / 86_400));
        int earliest = Bid.startEarliest(life, round);
        List<AdvertLine> lines = new ArrayList<>();
        for (int slot = 0; slot < life.calls.size(); slot++) lines.add(line(life, round, slot));
        return new AdvertFacts(
                new AdvertId(AdvertRows.id(life, round)),
                new AdvertRef(AdvertRows.ref(life, round)),
                new PackageId(Scene.packageId(life)),
                round.number(),
                AdvertStatus.OPEN,
                Lot.SESSIONAL,
                life.where().code(),
                "",
                "",
                "",
                "",
                Set.of(),
                life.welsh,
                "en",
                Cover.NONE,
                At.date(earliest),
                At.date(earliest + 14),
                new Money(envelope.floor()),
                new Money(envelope.ceiling()),
                WeeklyHours.ofMinutes(life.userMinutesWeek(), life.carerMinutesWeek()),
                Weights.FIRST,
                null,
                false,
                At.instant(round.publishedAt()),
                At.instant(round.deadline()),
                At.instant(round.deadline()),
                null,
                true,
                lines);
    }

    private static AdvertLine line(Life life, Round round, int slot) {
        Call call = life.calls.get(slot);
        return new AdvertLine(
                AdvertRows.lineId(life, round, slot),
                Scene.lineId(life, slot),
                slot + 1,
                call.weekdays(),
                Band.valueOf(call.band().name()),
                null,
                null,
                call.minutes(),
                call.workers(),
                call.timeCritical(),
                Tier.DAILY_ESSENTIAL,
                null,
                WorkerGender.ANY);
    }
}
