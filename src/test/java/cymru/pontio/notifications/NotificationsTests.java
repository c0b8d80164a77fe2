package cymru.pontio.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertReach;
import cymru.pontio.adverts.allocation.AllocationExamples;
import cymru.pontio.adverts.allocation.AllocationMode;
import cymru.pontio.bidding.BidExamples;
import cymru.pontio.bidding.BidRef;
import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.placements.AwardProposals;
import cymru.pontio.placements.Offers;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told, once, and only what they may see. */
@PontioTest
class NotificationsTests {
    @Autowired
    County county;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    BidExamples bids;

    @Autowired
    PlacementExamples placements;

    @Autowired
    AwardProposals proposals;

    @Autowired
    Offers offers;

    @Autowired
    AdvertReach reach;

    @Autowired
    Telling telling;

    @Autowired
    Inboxes inboxes;

    @Autowired
    Inbox inbox;

    @Autowired
    List<NewsSource> sources;

    @Autowired
    NewsClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    AllocationExamples allocations;

    /** Seeded fault: leave the patch out of AdvertReach. */
    @Test
    void aNewOpportunityIsToldAfterTheCommitToThoseWhoMaySeeIt() {
        AdvertFacts advert = adverts.open(county, "llanidloes");
        String ref = advert.ref().value();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> told("adverts.news.opened", ref).size() >= 2);
        assertThat(told("adverts.news.opened", ref))
                .contains(county.providerA().userId(), county.providerB().userId())
                .doesNotContain(
                        county.providerC().userId(),
                        county.broker().userId(),
                        county.inhouse().userId());
    }

    @Test
    void whatWasUndoneIsNotTold() {
        String ref = "UND-" + System.nanoTime();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new BridgingRequested(county.broker(), ref));
            assertThat(waiting(ref)).isOne();
            status.setRollbackOnly();
        });
        assertThat(waiting(ref)).isZero();
    }

    /** What the registry keeps until it is told names nobody and says only references. */
    record BridgingRequested(Actor by, String subject) implements Auditable {}

    private int waiting(String ref) {
        return jdbc.sql("select count(*) from site.event_publication where serialized_event like ?")
                .param("%" + ref + "%")
                .query(Integer.class)
                .single();
    }

    /** There is no such package, so whoever asks for its news is told off each time. Seeded fault: try always. */
    @Test
    void newsThatCannotBeToldAreTriedLessAndLessOftenAndGivenUpInTheEnd() {
        String ref = "PKG-" + System.nanoTime();
        transaction.executeWithoutResult(status -> events.publishEvent(new AbsenceReported(county.broker(), ref)));
        await().atMost(Duration.ofSeconds(20)).until(() -> failed(ref));
        int before = attempts(ref);
        clock.tell();
        assertThat(attempts(ref)).isEqualTo(before);
        since(ref, "7 minutes", 3);
        clock.tell();
        assertThat(attempts(ref)).isEqualTo(3);
        since(ref, "9 minutes", 3);
        clock.tell();
        await().atMost(Duration.ofSeconds(20)).until(() -> attempts(ref) == 4 && failed(ref));
        since(ref, "9 hours", NewsClock.ATTEMPTS);
        clock.tell();
        assertThat(waiting(ref)).isZero();
    }

    record AbsenceReported(Actor by, String subject) implements Auditable {}

    private void since(String ref, String ago, int attempts) {
        jdbc.sql("""
                update site.event_publication set publication_date = now() - interval '1 day', completion_attempts = ?,
                    last_resubmission_date = now() - cast(? as interval) where serialized_event like ?""").params(attempts, ago, "%" + ref + "%").update();
    }

    private int attempts(String ref) {
        return jdbc.sql("select completion_attempts from site.event_publication where serialized_event like ?")
                .param("%" + ref + "%")
                .query(Integer.class)
                .single();
    }

    private boolean failed(String ref) {
        return jdbc.sql(
                                "select count(*) from site.event_publication where status = 'FAILED' and serialized_event like ?")
                        .param("%" + ref + "%")
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Seeded fault: leave adverts.held out of AdvertReach. */
    @Test
    void whileOneIsAskedFirstNobodyElseIsToldAndLaterEverybodyOnce() {
        allocations.decide(county, "machynlleth", AllocationMode.FIRST_REFUSAL, county.providerA());
        AdvertFacts advert = adverts.openForLong(county, "machynlleth", "");
        allocations.decide(county, "machynlleth", AllocationMode.OPEN, null);
        String ref = advert.ref().value();
        assertThat(reach.of(advert.ref()).orElseThrow().providers())
                .containsExactly(county.providerA().organisation());
        telling.tellDue();
        assertThat(told("adverts.news.opened", ref))
                .containsExactly(county.providerA().userId());
        adverts.holdFor(advert, Duration.ofSeconds(-1));
        telling.tellDue();
        telling.tellDue();
        assertThat(told("adverts.news.opened", ref))
                .contains(county.providerA().userId(), county.providerB().userId())
                .doesNotHaveDuplicates();
    }

    @Test
    void aProviderThatCannotTakeNewWorkIsNotTold() {
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThat(reach.of(advert.ref()).orElseThrow().providers())
                .contains(county.providerB().organisation());
        jdbc.sql("update providers.provider set accredited_until = current_date - 1 where id = ?")
                .param(county.providerB().organisation())
                .update();
        try {
            assertThat(reach.of(advert.ref()).orElseThrow().providers())
                    .doesNotContain(county.providerB().organisation());
        } finally {
            jdbc.sql("update providers.provider set accredited_until = date '2099-12-31' where id = ?")
                    .param(county.providerB().organisation())
                    .update();
        }
    }

    @Test
    void aKindOfWorkThatAProviderWasNotLetInForIsNotTold() {
        AdvertFacts advert = adverts.open(county, "llanidloes");
        assertThat(reach.of(advert.ref()).orElseThrow().providers())
                .contains(county.providerA().organisation(), county.providerB().organisation());
        jdbc.sql("update providers.accreditation set lots = array['NIGHT'] where provider_id = ?")
                .param(county.providerB().organisation())
                .update();
        try {
            assertThat(reach.of(advert.ref()).orElseThrow().providers())
                    .contains(county.providerA().organisation())
                    .doesNotContain(county.providerB().organisation());
        } finally {
            jdbc.sql("update providers.accreditation set lots = array['SESSIONAL'] where provider_id = ?")
                    .param(county.providerB().organisation())
                    .update();
        }
    }

    @Test
    void closingSoonIsForThoseWhoHaveNeitherBidNorDeclined() {
        AdvertFacts advert = adverts.open(county, "newtown");
        bids.submit(county.providerA(), advert, "23.50");
        String ref = advert.ref().value();
        telling.tellDue();
        assertThat(told("bidding.news.closing", ref)).isEmpty();
        adverts.closeIn(advert, 3_600_000);
        telling.tellDue();
        telling.tellDue();
        assertThat(told("bidding.news.closing", ref))
                .contains(county.providerB().userId())
                .as("C never sends two workers")
                .doesNotContain(county.providerA().userId(), county.providerC().userId())
                .doesNotHaveDuplicates();
    }

    @Test
    void brokersHearThatARoundHasClosedAndWhetherAnybodyBid() {
        AdvertFacts with = adverts.open(county, "newtown");
        bids.submit(county.providerA(), with, "23.50");
        adverts.closeJustNow(with);
        AdvertFacts without = adverts.closeJustNow(adverts.open(county, "newtown"));
        telling.tellDue();
        assertThat(told("bidding.news.closed", with.ref().value()))
                .contains(county.broker().userId(), county.otherBroker().userId())
                .doesNotContain(county.providerA().userId());
        assertThat(told("bidding.news.closedWithout", without.ref().value()))
                .contains(county.broker().userId());
    }

    @Test
    void thoseWhoLostHearOfTheirResultAndTheWinnerOfItsOffer() {
        PlacementExamples.Accepted accepted = placements.pending(county);
        String award = accepted.award().value();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !told("placements.news.accepted", award).isEmpty());
        assertThat(told("placements.news.offered", award))
                .containsExactly(accepted.provider().userId());
        assertThat(told("placements.news.accepted", award))
                .contains(county.broker().userId())
                .doesNotContain(accepted.provider().userId());
        List<BidRef> lost = jdbc.sql("""
                select b.ref from bidding.bid b join placements.award a on a.advert_id = b.advert_id
                where a.ref = ? and b.status = 'UNSUCCESSFUL'""").param(award).query(String.class).list().stream()
                .map(BidRef::valueOf)
                .toList();
        for (BidRef one : lost)
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !told("bidding.news.unsuccessful", one.value()).isEmpty());
    }

    /** It knows. Seeded fault: leave out that its offer fell through. */
    @Test
    void whoDeclinedTheOfferIsNotToldThatItsBidWasNotSuccessful() {
        PlacementExamples.Round round = placements.round(county);
        offers.refuse(
                county.providerA(),
                proposals.propose(county.broker(), round.carePackage().ref(), round.best(), ""),
                "No worker free");
        assertThat(sources)
                .filteredOn(source -> source.actions().contains("BidSuccessful"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(
                                source.of("BidSuccessful", round.second().value()))
                        .isEmpty());
    }

    @Test
    void nobodyIsToldWhatTheyDidThemselvesNorTheSameTwice() {
        News news = news("same " + System.nanoTime(), Readers.council(cymru.pontio.kernel.Role.BROKER));
        inboxes.tell(List.of(news), Set.of(county.broker().userId()));
        inboxes.tell(List.of(news, news), Set.of(county.broker().userId()));
        assertThat(byKey(news)).containsExactly(county.otherBroker().userId());
    }

    /** Seeded fault: take “on conflict do nothing” away; then the law in the database refuses the second. */
    @Test
    void manyNodesThatTellAtOnceTellOnce() {
        News news = news("race " + System.nanoTime(), Readers.council(cymru.pontio.kernel.Role.BROKER));
        CompletableFuture<?>[] nodes = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.runAsync(() -> inboxes.tell(List.of(news), Set.of())))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();
        assertThat(byKey(news))
                .containsExactlyInAnyOrder(
                        county.broker().userId(), county.otherBroker().userId());
    }

    @Test
    void whoNamesNoOrganisationAtAllTellsNobody() {
        News news = news("nobody " + System.nanoTime(), Readers.providers(Set.of()));
        inboxes.tell(List.of(news), Set.of());
        assertThat(byKey(news)).isEmpty();
    }

    /** Seeded fault: drop the trigger count_read. */
    @Test
    void theNumberOnThePageIsTheNumberOfRows() {
        Actor reader = county.finance();
        News one = news("one " + System.nanoTime(), Readers.council(cymru.pontio.kernel.Role.FINANCE));
        News other = news("other " + System.nanoTime(), Readers.council(cymru.pontio.kernel.Role.FINANCE));
        inboxes.tell(List.of(one, other), Set.of());
        assertThat(number(reader)).isEqualTo(rows(reader)).isGreaterThanOrEqualTo(2);
        Inbox.Item first = inbox.page(reader, true, null).items().getFirst();
        int before = number(reader);
        assertThat(inbox.open(reader, first.id())).isEqualTo("/reports");
        inbox.open(reader, first.id());
        assertThat(number(reader)).isEqualTo(before - 1).isEqualTo(rows(reader));
        jdbc.sql("delete from notifications.inbox where account_id = ?")
                .param(reader.userId())
                .update();
        assertThat(number(reader)).isZero();
    }

    /** Whoever renames an event would silence its news. */
    @Test
    void everyNewsIsOfSomethingThatHappens() {
        Set<String> auditable = new java.util.HashSet<>();
        new com.tngtech.archunit.core.importer.ClassFileImporter()
                .importPackages("cymru.pontio").stream()
                        .filter(type -> type.isAssignableTo(Auditable.class))
                        .forEach(type -> auditable.add(type.getSimpleName()));
        for (NewsSource source : sources)
            for (String action : source.actions())
                assertThat(auditable.contains(action)
                                || action.matches("Award(Offered|Accepted|Declined|Expired|Revoked)")
                                || action.matches("Accreditation[A-Z0-9].*"))
                        .as(action)
                        .isTrue();
    }

    private static News news(String key, Readers readers) {
        return News.of(NewsKind.AWARD, "placements.news.accepted", "AWD-0000-0", null, "/reports", readers)
                .once(key);
    }

    private List<UUID> told(String messageKey, String ref) {
        return jdbc.sql("""
                select i.account_id from notifications.inbox i join notifications.news n on n.id = i.news_id
                where n.message_key = ? and n.ref = ?""").params(messageKey, ref).query(UUID.class).list();
    }

    private List<UUID> byKey(News news) {
        return jdbc.sql("""
                select i.account_id from notifications.inbox i join notifications.news n on n.id = i.news_id where n.key = ?""").param(news.key()).query(UUID.class).list();
    }

    private int number(Actor reader) {
        return jdbc.sql("select coalesce((select number from identity.unread where account_id = ?), 0)")
                .param(reader.userId())
                .query(Integer.class)
                .single();
    }

    private int rows(Actor reader) {
        return jdbc.sql("select count(*) from notifications.inbox where account_id = ? and read_at is null")
                .param(reader.userId())
                .query(Integer.class)
                .single();
    }
}
