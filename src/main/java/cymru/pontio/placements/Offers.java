package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.providers.capacity.NotConfirmed;
import cymru.pontio.providers.capacity.Question;
import cymru.pontio.providers.capacity.Slot;
import cymru.pontio.providers.capacity.SpareHours;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers as the provider sees and answers them. Another provider's offer is not there. */
@Service
public class Offers {
    static final int PAGE = 25;
    private static final int FILE = 20_000;

    private final OfferTable table;
    private final OfferAnswers answers;
    private final CarePackages packages;
    private final Adverts adverts;
    private final SpareHours spare;

    Offers(OfferTable table, OfferAnswers answers, CarePackages packages, Adverts adverts, SpareHours spare) {
        this.table = table;
        this.answers = answers;
        this.packages = packages;
        this.adverts = adverts;
        this.spare = spare;
    }

    /** @param next the last offer of this page, if there are more */
    record Page(List<OfferView.Row> rows, @Nullable AwardRef next) {}

    @Transactional(readOnly = true)
    public Page list(Actor actor, @Nullable AwardStatus status, @Nullable AwardRef after) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        List<OfferView.Row> found = table.list(actor.organisation(), status, after, PAGE + 1);
        List<OfferView.Row> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page(shown, found.size() > PAGE ? shown.getLast().ref() : null);
    }

    /** The same without pages, for a file. */
    @Transactional(readOnly = true)
    public List<OfferView.Row> all(Actor actor, @Nullable AwardStatus status) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        return table.list(actor.organisation(), status, null, FILE);
    }

    @Transactional(readOnly = true)
    public OfferView view(Actor actor, AwardRef ref) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        OfferView.Row row = table.find(actor.organisation(), ref).orElseThrow(NotFound::new);
        PackageFacts carePackage = packages.facts(new PackageId(row.carePackage()));
        List<OfferView.Row> beside = table.beside(actor.organisation(), ref);
        return new OfferView(
                row,
                facts(row, carePackage),
                calls(row, carePackage),
                spare(actor, row, beside),
                beside.stream().map(OfferView.Row::ref).toList());
    }

    /**
     * Only a manager binds the provider, the coordinator the council's own team. All that follows happens now, or nothing
     * does.
     *
     * @throws NotConfirmed if the work needs more hours than the provider declared and it has not confirmed that
     */
    @Transactional
    public PlacementRef accept(Actor actor, AwardRef ref, Confirmation confirmation) {
        return answers.accept(actor, own(actor, ref), confirmation);
    }

    /** For the page that asks why: an offer that is over is told as such before anybody writes. */
    @Transactional(readOnly = true)
    public void mustBeAwaited(Actor actor, AwardRef ref) {
        answers.mustBeAwaited(own(actor, ref));
    }

    /** The bid is out of the running, and the next may have its turn. */
    @Transactional
    public void refuse(Actor actor, AwardRef ref, String why) {
        answers.decline(actor, own(actor, ref), why);
    }

    private AwardRef own(Actor actor, AwardRef ref) {
        actor.must(Role.PROVIDER_MANAGER, Role.INHOUSE_COORDINATOR);
        return table.find(actor.organisation(), ref).orElseThrow(NotFound::new).ref();
    }

    /** From the advert the provider has read; after a direct award from the package's own de-identified words. */
    private OfferView.Facts facts(OfferView.Row row, PackageFacts facts) {
        if (row.advert() == null)
            return new OfferView.Facts(
                    facts.onHold(),
                    "",
                    facts.needSummary(),
                    facts.textLanguage(),
                    facts.equipment(),
                    facts.workerRisks(),
                    facts.training());
        AdvertFacts advert = adverts.facts(new AdvertId(row.advert()));
        return new OfferView.Facts(
                facts.onHold(),
                advert.ageBand(),
                advert.need(),
                advert.textLanguage(),
                advert.equipment(),
                advert.workerRisks(),
                advert.training());
    }

    /** For all that is answered at once. */
    private @Nullable Question spare(Actor actor, OfferView.Row row, List<OfferView.Row> beside) {
        if (row.status() != AwardStatus.OFFERED) return null;
        Map<Slot, Integer> needed = new TreeMap<>();
        Stream.concat(Stream.of(row), beside.stream())
                .forEach(one -> HoursNeeded.of(
                                one.locality(), packages.facts(new PackageId(one.carePackage())), table.lines(one.id()))
                        .forEach((slot, minutes) -> needed.merge(slot, minutes, Integer::sum)));
        return spare.question(actor.organisation(), needed);
    }

    private List<OfferView.Call> calls(OfferView.Row row, PackageFacts facts) {
        Map<UUID, AwardLine> agreed =
                table.lines(row.id()).stream().collect(Collectors.toMap(AwardLine::callLine, Function.identity()));
        return facts.lines().stream()
                .filter(call -> agreed.containsKey(call.id()))
                .map(call -> call(call, Objects.requireNonNull(agreed.get(call.id()))))
                .toList();
    }

    private static OfferView.Call call(CallLineView asked, AwardLine agreed) {
        boolean own = agreed.from() != null;
        return new OfferView.Call(
                asked.days(),
                asked.band(),
                own ? agreed.from() : asked.from(),
                own ? agreed.until() : asked.until(),
                asked.minutes(),
                asked.workers(),
                asked.timeCritical(),
                asked.workerGender());
    }
}
