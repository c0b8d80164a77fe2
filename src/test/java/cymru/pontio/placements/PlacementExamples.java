package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.allocation.DirectReason;
import cymru.pontio.bidding.BidExamples;
import cymru.pontio.bidding.BidRef;
import cymru.pontio.bidding.BidTerms;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Zone;
import cymru.pontio.people.PersonRef;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.providers.capacity.Question;
import cymru.pontio.support.County;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Awards and placements for the tests of all rooms, made through the rooms' own verbs. A bean of every test's context. */
@Component
@Lazy
public class PlacementExamples {
    private final PackageExamples packages;
    private final CarePackages facts;
    private final DirectAwards direct;
    private final Awards awards;
    private final Offers offers;
    private final Rounds rounds;
    private final Placements placements;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PlacementExamples(
            PackageExamples packages,
            CarePackages facts,
            DirectAwards direct,
            Awards awards,
            Offers offers,
            Rounds rounds,
            Placements placements,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.packages = packages;
        this.facts = facts;
        this.direct = direct;
        this.awards = awards;
        this.offers = offers;
        this.rounds = rounds;
        this.placements = placements;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A round with a bid of each of two providers: the first one’s is the best. */
    public record Round(AdvertFacts advert, PackageFacts carePackage, BidRef best, BidRef second) {}

    /** A placement and what it was made from. */
    public record Accepted(PlacementRef ref, UUID id, AwardRef award, PackageFacts carePackage, Actor provider) {}

    /** Rounds of bids, apart because they need the rooms before this one. */
    @Component
    @Lazy
    static class Rounds {
        private final AdvertExamples adverts;
        private final BidExamples bids;
        private final CarePackages packages;

        Rounds(AdvertExamples adverts, BidExamples bids, CarePackages packages) {
            this.adverts = adverts;
            this.bids = bids;
            this.packages = packages;
        }

        Round open(County county) {
            AdvertFacts advert = adverts.open(county, "newtown");
            BidRef best = bids.submit(county.providerA(), advert, "23.50");
            BidRef second = bids.submit(county.providerB(), advert, "24.00");
            return new Round(advert, packages.facts(advert.carePackage()), best, second);
        }

        Round partly(County county) {
            AdvertFacts advert = adverts.open(county, "newtown");
            BidTerms all = BidExamples.terms(advert, "23.50");
            BidTerms some = new BidTerms(
                    all.rate(), all.start(), List.of(all.lines().getFirst()), all.welshOffered(), "", "en");
            BidRef best = bids.submit(county.providerA(), advert, some);
            return new Round(adverts.close(advert), packages.facts(advert.carePackage()), best, best);
        }

        Round closed(County county) {
            Round open = open(county);
            return new Round(
                    adverts.close(open.advert()),
                    packages.facts(open.carePackage().id()),
                    open.best(),
                    open.second());
        }
    }

    /** Closed to bids and not yet decided; provider A’s bid is the best and within the plan, provider B’s the second. */
    public Round round(County county) {
        return rounds.closed(county);
    }

    /** Closed, with one bid by provider A for the first of the three calls. */
    public Round partly(County county) {
        return rounds.partly(county);
    }

    /** The same while bids may still come. */
    public Round open(County county) {
        return rounds.open(county);
    }

    public void close(AdvertFacts advert) {
        rounds.adverts.close(advert);
    }

    /** The round closes in so many milliseconds. */
    public void deadline(AdvertFacts advert, int milliseconds) {
        rounds.adverts.closeIn(advert, milliseconds);
    }

    /** All calls of a new package in Newtown, accepted by provider A through a direct award; nobody has been visited. */
    public Accepted pending(County county) {
        return pending(county, packages.approved(county, "newtown"), county.providerA());
    }

    /** The same for this person of the first social worker’s team. */
    public Accepted pending(County county, PersonRef person) {
        return pending(county, packages.approved(county, "newtown", person), county.providerA());
    }

    /** Care by provider A in Newtown whose first visit was at nine o'clock on that day, up to 25 days ago. */
    public Accepted live(County county, LocalDate first) {
        return live(pending(county), first);
    }

    /** The same for this person of the first social worker's team. */
    public Accepted live(County county, PersonRef person, LocalDate first) {
        return live(pending(county, person), first);
    }

    /** The same of what was accepted before. */
    public Accepted live(Accepted pending, LocalDate first) {
        for (String event : List.of("carepackages.status_event", "carepackages.cover_event"))
            jdbc.sql("update " + event
                            + " set effective_at = effective_at - interval '30 days' where care_package_id = ?")
                    .param(pending.carePackage().id().value())
                    .update();
        jdbc.sql(
                        "update placements.placement set accepted_at = accepted_at - interval '27 days', agreed_start = ? where id = ?")
                .params(first, pending.id())
                .update();
        placements.visited(
                pending.provider(), Map.of(pending.id(), Zone.startOf(first).plus(Duration.ofHours(9))));
        return new Accepted(
                pending.ref(),
                pending.id(),
                pending.award(),
                facts.facts(pending.carePackage().id()),
                pending.provider());
    }

    public Accepted pending(County county, PackageFacts carePackage, Actor provider) {
        return accepted(offered(county, carePackage, provider), provider);
    }

    /** The provider says yes to this offer. */
    public Accepted accepted(AwardRef award, Actor provider) {
        PlacementRef ref = accept(offers, provider, award);
        return jdbc.sql("select id, care_package_id from placements.placement where ref = ?")
                .param(ref.value())
                .query((row, n) -> new Accepted(
                        ref,
                        row.getObject("id", UUID.class),
                        award,
                        facts.facts(new PackageId(row.getObject("care_package_id", UUID.class))),
                        provider))
                .single();
    }

    /** For the tests that come after, which give this provider work. */
    public void forgetTransfers(Actor provider) {
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("set local session_replication_role = replica").update();
            for (String table : List.of("transfer_placement where transfer_id in (", "transfer where id in ("))
                jdbc.sql("delete from placements." + table
                                + "select id from placements.transfer where provider_id = ?)")
                        .param(provider.organisation())
                        .update();
        });
    }

    /** The person has died. */
    public void withdraw(Actor actor, PackageRef carePackage) {
        packages.withdraw(actor, carePackage);
    }

    /** The person went to hospital, say. */
    public void hold(Actor actor, PackageRef carePackage) {
        packages.hold(actor, carePackage);
    }

    public void takeUpAgain(Actor actor, PackageRef carePackage) {
        packages.takeUpAgain(actor, carePackage);
    }

    /** The provider accepts, and says that it knows if that is more than it declared. */
    public static PlacementRef accept(Offers offers, Actor provider, AwardRef award) {
        Question question = offers.view(provider, award).spare();
        return offers.accept(
                provider, award, question == null ? Confirmation.NONE : new Confirmation(true, question.seen()));
    }

    /** Proposed by the broker and approved by the commissioner: the provider has to answer. */
    public AwardRef offered(County county, PackageFacts carePackage, Actor provider) {
        AwardRef award = proposed(county, carePackage, provider);
        awards.approve(county.commissioner(), award);
        return award;
    }

    /** Proposed by the broker: a second person has to decide. */
    public AwardRef proposed(County county, PackageFacts carePackage, Actor provider) {
        return direct.propose(county.broker(), carePackage.ref(), terms(carePackage, provider));
    }

    public PackageFacts approved(County county) {
        return packages.approved(county, "newtown");
    }

    public PackageFacts approved(County county, PersonRef person) {
        return packages.approved(county, "newtown", person);
    }

    /** Moves the provider’s clock into the past. */
    public void runOut(AwardRef award) {
        jdbc.sql("update placements.award set respond_by = clock_timestamp() - interval '1 second' where ref = ?")
                .param(award.value())
                .update();
    }

    /** Lets the day pass on which this bid would begin. */
    public void startOn(BidRef bid, LocalDate day) {
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update bidding.bid set start_on = ? where ref = ?")
                    .params(day, bid.value())
                    .update();
        });
    }

    public LocalDate agreedStart(PlacementRef placement) {
        return jdbc.sql("select agreed_start from placements.placement where ref = ?")
                .param(placement.value())
                .query(LocalDate.class)
                .single();
    }

    /** Moves the agreed first day. */
    public void due(PlacementRef placement, LocalDate day) {
        jdbc.sql("update placements.placement set agreed_start = ? where ref = ?")
                .params(day, placement.value())
                .update();
    }

    static DirectAwards.Terms terms(PackageFacts carePackage, Actor provider) {
        return new DirectAwards.Terms(
                provider.organisation(),
                Money.of("24.00"),
                carePackage.startEarliest(),
                DirectReason.PERSONS_CHOICE,
                "Asked for by the person");
    }
}
