package cymru.pontio.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.identity.Accounts;
import cymru.pontio.identity.Readers;
import cymru.pontio.identity.Recipients;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.people.PeopleExamples;
import cymru.pontio.site.Language;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsKind.Rhythm;
import cymru.pontio.site.NewsSource;
import cymru.pontio.site.Post;
import cymru.pontio.site.Unmailed;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails by each reader's wish: one of what is due and not read, in their language, with nobody's name, sent once. */
@PontioTest
class MailTests {
    @Autowired
    County county;

    @Autowired
    Accounts accounts;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    PackageExamples packages;

    @Autowired
    PeopleExamples people;

    @Autowired
    Recipients recipients;

    @Autowired
    Telling telling;

    @Autowired
    Inboxes inboxes;

    @Autowired
    Inbox inbox;

    @Autowired
    Wishes wishes;

    @Autowired
    Digests digests;

    @Autowired
    List<NewsSource> sources;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Actor reader;

    /** Somebody whom no other test tells anything: an auditor hears of nothing by themselves. */
    @BeforeEach
    void reader() {
        UUID id = accounts.create(new Accounts.NewAccount(
                "reader" + System.nanoTime() + "@pontio.test",
                "Rhian Reader",
                County.PASSWORD,
                county.providerA().organisation(),
                null,
                Set.of(Role.AUDITOR),
                null));
        reader = recipients.actor(id).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "AT_ONCE, 2026-03-10T12:00:00Z, 2026-03-10T12:00:00Z",
        "DAILY, 2026-03-10T06:59:59Z, 2026-03-10T07:00:00Z",
        "DAILY, 2026-03-10T07:00:00Z, 2026-03-11T07:00:00Z",
        // The night in which the clocks go forward: seven o'clock is an hour sooner.
        "DAILY, 2026-03-28T12:00:00Z, 2026-03-29T06:00:00Z",
        "DAILY, 2026-10-24T12:00:00Z, 2026-10-25T07:00:00Z",
        "WEEKLY, 2026-03-10T12:00:00Z, 2026-03-16T07:00:00Z",
        "WEEKLY, 2026-03-16T06:59:00Z, 2026-03-16T07:00:00Z",
        "WEEKLY, 2026-03-16T07:00:00Z, 2026-03-23T07:00:00Z"
    })
    void aMailIsDueAtSevenByTheClockOnTheWall(String rhythm, OffsetDateTime told, OffsetDateTime due) {
        assertThat(jdbc.sql("select notifications.mail_due(?, ?)")
                        .params(rhythm, told)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(due.toInstant());
    }

    @Test
    void whatIsDueGoesIntoOneMailUnderItsPatch() {
        wish(NewsKind.OPPORTUNITY, Rhythm.AT_ONCE, "en");
        tell(NewsKind.OPPORTUNITY, "ADV-1111-1", "newtown");
        tell(NewsKind.OPPORTUNITY, "ADV-2222-2", "brecon");
        tell(NewsKind.OPPORTUNITY, "ADV-3333-3", "newtown");
        digests.write(reader.userId());
        Outbox.Taken mail = only();
        assertThat(mail.subject()).isEqualTo("Pontio: 3 new messages");
        assertThat(mail.body())
                .containsSubsequence("Area: Brecon", "ADV-2222-2", "Area: Newtown", "ADV-1111-1", "ADV-3333-3")
                .containsOnlyOnce("Area: Newtown")
                .contains("http://localhost:8080/en/inbox/");
        assertThat(mail.offUrl()).startsWith("http://localhost:8080/en/unsubscribe/");
    }

    /** Seeded fault: leave read_at out of what is due. */
    @Test
    void withNothingNewThereIsNoMail() {
        wish(NewsKind.OPPORTUNITY, Rhythm.AT_ONCE, "en");
        digests.write(reader.userId());
        tell(NewsKind.OPPORTUNITY, "ADV-1111-1", "newtown");
        inbox.readAll(reader, Instant.now().plusSeconds(60));
        digests.write(reader.userId());
        assertThat(mails()).isEmpty();
        tell(NewsKind.OPPORTUNITY, "ADV-2222-2", "newtown");
        digests.write(reader.userId());
        digests.write(reader.userId());
        assertThat(mails()).hasSize(1);
    }

    /** Seeded fault: let Digests mail all that is due. */
    @Test
    void whatIsOverWhenTheMailIsWrittenIsNotInItAndStaysInTheInbox() {
        wish(NewsKind.OPPORTUNITY, Rhythm.AT_ONCE, "en");
        AdvertFacts closed = adverts.open(county, "newtown");
        AdvertFacts open = adverts.open(county, "newtown");
        opened(closed);
        opened(open);
        adverts.closeJustNow(closed);
        digests.write(reader.userId());
        assertThat(only().subject()).isEqualTo("Pontio: 1 new message");
        assertThat(only().body())
                .contains(open.ref().value())
                .doesNotContain(closed.ref().value());
        assertThat(inbox.page(reader, true, null).items())
                .extracting(Inbox.Item::ref)
                .contains(closed.ref().value());
        opened(adverts.closeJustNow(adverts.open(county, "newtown")));
        digests.write(reader.userId());
        assertThat(mails()).hasSize(1);
        assertThat(digests.due()).doesNotContain(reader.userId());
    }

    /** Seeded fault: let Unmailed keep the moment it was told. */
    @Test
    void aMailSaysTheDeadlineAsItIsNowAndNothingTwice() {
        wish(NewsKind.OPPORTUNITY, Rhythm.AT_ONCE, "en");
        AdvertFacts open = adverts.open(county, "newtown");
        opened(open);
        opened(open);
        digests.write(reader.userId());
        String deadline = jdbc.sql(
                        "select to_char(deadline at time zone 'Europe/London', 'FMDD FMMonth YYYY') from adverts.advert where ref = ?")
                .param(open.ref().value())
                .query(String.class)
                .single();
        assertThat(only().body())
                .contains("bids until " + deadline)
                .containsOnlyOnce("New opportunity " + open.ref())
                .doesNotContain("2 January 2030");
        assertThat(digests.due()).doesNotContain(reader.userId());
    }

    /** None of what these speak of exists: only what happened once and for all may be said of it still. Seeded fault: forget offers. */
    @Test
    void everySentenceThatMayBeOverIsAskedForAgain() throws IOException {
        Set<String> sentences = new TreeSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("=", 2)[0])
                    .filter(key -> key.contains(".news."))
                    .forEach(sentences::add);
        Map<String, UUID> ids = new TreeMap<>();
        sentences.forEach(key -> ids.put(key, UUID.randomUUID()));
        Unmailed told = new Unmailed(
                reader.organisation(),
                ids.entrySet().stream()
                        .map(one -> new Unmailed.Told(one.getValue(), one.getKey(), "XXX-0000-0", null, null))
                        .toList());
        sources.forEach(source -> source.over(told));
        ids.values().removeIf(id -> told.now(id) == null);
        assertThat(ids.keySet()).containsExactly("""
                accreditation.news.accredited
                accreditation.news.conditional
                accreditation.news.evidence_rejected
                accreditation.news.refused
                accreditation.news.removed
                adverts.news.cancelled
                bidding.news.broken
                bidding.news.nobody
                bidding.news.setAside
                bidding.news.unsuccessful
                bridging.news.ended
                bridging.news.refused
                embargo.news.lifted
                microenterprises.news.approved
                microenterprises.news.paid
                microenterprises.news.refused
                placements.news.accepted
                placements.news.agreed
                placements.news.declined
                placements.news.ended
                placements.news.expired
                placements.news.failed
                placements.news.lapsed
                placements.news.over
                placements.news.rates
                placements.news.revoked
                placements.news.started
                plan.news.message
                pledge.news.earned.BRONZE
                pledge.news.earned.GOLD
                pledge.news.earned.SILVER
                pledge.news.ended.BRONZE
                pledge.news.ended.GOLD
                pledge.news.ended.SILVER
                pledge.news.version
                pledge.news.withdrawn.BRONZE
                pledge.news.withdrawn.GOLD
                pledge.news.withdrawn.SILVER
                suspensions.news.reported
                variations.news.AGREED
                variations.news.CANCELLED
                variations.news.DECLINED
                variations.news.REJECTED
                variations.news.UNDONE""".split("\n"));
    }

    @Test
    void whoWantsNoneGetsNoneAndWhoWaitsForTheMorningWaits() {
        wish(NewsKind.OPPORTUNITY, Rhythm.OFF, "en");
        wish(NewsKind.ANSWER, Rhythm.DAILY, "en");
        tell(NewsKind.OPPORTUNITY, "ADV-1111-1", "newtown");
        tell(NewsKind.ANSWER, "ADV-2222-2", "newtown");
        digests.write(reader.userId());
        assertThat(mails()).isEmpty();
        jdbc.sql("update notifications.inbox set told_at = told_at - interval '1 day' where account_id = ?")
                .param(reader.userId())
                .update();
        digests.write(reader.userId());
        assertThat(only().body()).contains("ADV-2222-2").doesNotContain("ADV-1111-1");
    }

    @Test
    void aChangedWishCountsForWhatWaits() {
        wish(NewsKind.OPPORTUNITY, Rhythm.WEEKLY, "en");
        tell(NewsKind.OPPORTUNITY, "ADV-1111-1", "newtown");
        wish(NewsKind.OPPORTUNITY, Rhythm.AT_ONCE, "cy");
        digests.write(reader.userId());
        assertThat(only().body()).contains("Ardal: Y Drenewydd", "ADV-1111-1", "/cy/inbox/");
    }

    @Test
    void theLinkInAMailTurnsOffThisKindAndNothingElse() {
        wish(NewsKind.OPPORTUNITY, Rhythm.AT_ONCE, "en");
        wish(NewsKind.ANSWER, Rhythm.AT_ONCE, "en");
        wishes.off(wishes.token(reader.userId(), NewsKind.OPPORTUNITY));
        assertThat(rhythm(NewsKind.OPPORTUNITY)).isEqualTo("OFF");
        assertThat(rhythm(NewsKind.ANSWER)).isEqualTo("AT_ONCE");
        assertThatThrownBy(() -> wishes.off("nothing")).isInstanceOf(NotFound.class);
    }

    /** Each mail of a real round, written to a reader of each side in both languages, holds no mark of the person. */
    @Test
    void noMailHoldsAMarkOfThePerson() {
        PeopleExamples.Marked person = people.personWithMarks(county.socialWorker());
        // A mail names no more than so many messages: those of other tests are not of this one.
        telling.tellDue();
        jdbc.sql("update notifications.inbox set read_at = told_at where read_at is null")
                .update();
        java.time.OffsetDateTime before = jdbc.sql("select clock_timestamp()")
                .query(java.time.OffsetDateTime.class)
                .single();
        AdvertFacts advert = adverts.publish(county, packages.approved(county, "newtown", person.ref()));
        telling.tellDue();
        for (Actor one : List.of(county.providerA(), county.broker(), county.socialWorker()))
            for (Language language : Language.values()) {
                jdbc.sql(
                                "update notifications.inbox set mail_id = null, read_at = null, rhythm = 'AT_ONCE' where account_id = ? and told_at >= ?")
                        .params(one.userId(), before)
                        .update();
                jdbc.sql("update identity.account set language = ? where id = ?")
                        .params(language.name(), one.userId())
                        .update();
                digests.write(one.userId());
            }
        List<String> written = jdbc.sql(
                        "select subject || body from notifications.mail where account_id is not null and body <> ''")
                .query(String.class)
                .list();
        assertThat(written).anyMatch(text -> text.contains(advert.ref().value()));
        for (String text : written)
            assertThat(text.toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain(person.marks().stream()
                            .map(mark -> mark.toLowerCase(java.util.Locale.ROOT))
                            .toList());
        jdbc.sql("update identity.account set language = 'en'").update();
        jdbc.sql("delete from notifications.mail").update();
    }

    /** Nobody has sent anything yet when the next one takes. Seeded fault: take the moving of next_at out of take. */
    @Test
    void manyNodesTakeEachMailOnce() {
        jdbc.sql("delete from notifications.mail").update();
        for (int i = 0; i < 12; i++) queue("many" + i);
        ConcurrentLinkedQueue<UUID> taken = new ConcurrentLinkedQueue<>();
        CompletableFuture<?>[] nodes = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.runAsync(() -> outbox.take(3).forEach(mail -> taken.add(mail.id()))))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();
        outbox.take(20).forEach(mail -> taken.add(mail.id()));
        assertThat(taken).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void whatANodeTookAndDidNotReportIsTakenAgain() {
        jdbc.sql("delete from notifications.mail").update();
        UUID id = queue("lost");
        assertThat(outbox.take(10)).hasSize(1);
        assertThat(outbox.take(10)).isEmpty();
        later(id);
        assertThat(outbox.take(10))
                .singleElement()
                .satisfies(mail -> assertThat(mail.tries()).isEqualTo(2));
    }

    @Test
    void aFailureIsTriedAgainLaterAndAtLastGivenUpWithoutItsWords() {
        jdbc.sql("delete from notifications.mail").update();
        UUID id = queue("fails");
        AtomicInteger tries = new AtomicInteger();
        Dispatch dispatch = new Dispatch(outbox, message -> {
            tries.incrementAndGet();
            throw new Carrier.NotCarried("HTTP 500", false);
        });
        assertThat(dispatch.once()).isOne();
        assertThat(dispatch.once()).isZero();
        assertThat(minutesAhead(id)).isBetween(0.8, 1.0);
        later(id);
        dispatch.once();
        assertThat(minutesAhead(id)).isBetween(1.8, 2.0);
        for (int i = 2; i < Outbox.TRIES; i++) {
            later(id);
            dispatch.once();
        }
        assertThat(tries).hasValue(Outbox.TRIES);
        assertThat(row(id))
                .containsEntry("state", "GIVEN_UP")
                .containsEntry("body", "")
                .containsEntry("failure", "HTTP 500");
    }

    @Test
    void whatIsWrongForGoodIsNotTriedAgain() {
        jdbc.sql("delete from notifications.mail").update();
        UUID id = queue("refused");
        new Dispatch(outbox, message -> {
                    throw new Carrier.NotCarried("HTTP 400", true);
                })
                .once();
        assertThat(row(id)).containsEntry("state", "GIVEN_UP").containsEntry("tries", 1);
    }

    @Test
    void whoHasLeftIsNotWrittenTo() {
        jdbc.sql("delete from notifications.mail").update();
        UUID id = queue("left");
        jdbc.sql("update identity.account set status = 'SUSPENDED' where id = ?")
                .param(reader.userId())
                .update();
        ConcurrentLinkedQueue<UUID> carried = new ConcurrentLinkedQueue<>();
        new Dispatch(outbox, message -> carried.add(message.id())).once();
        assertThat(carried).isEmpty();
        assertThat(row(id)).containsEntry("state", "GIVEN_UP");
    }

    @Test
    void aLetterIsSentOnceAndForgottenWhenItHasLeft() {
        jdbc.sql("delete from notifications.mail").update();
        Outbox sending = new Outbox(jdbc, recipients, new CarrierConfiguration.WayOut(Optional.of(message -> {})));
        Post.Letter letter = new Post.Letter("new@pontio.test", Language.cy, "Gwahoddiad", "https://x/secret");
        transaction.executeWithoutResult(status -> {
            sending.send("invitation 1", letter);
            sending.send("invitation 1", letter);
        });
        ConcurrentLinkedQueue<Carrier.Message> carried = new ConcurrentLinkedQueue<>();
        new Dispatch(outbox, carried::add).once();
        assertThat(carried)
                .singleElement()
                .satisfies(message -> assertThat(message.address()).isEqualTo("new@pontio.test"));
        assertThat(jdbc.sql("select body || coalesce(address, '') from notifications.mail")
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(outbox.carries()).isFalse();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> outbox.send("invitation 2", letter)))
                .isInstanceOf(IllegalStateException.class);
    }

    private void wish(NewsKind kind, Rhythm rhythm, String language) {
        // The reader is told by hand, so the wish is set by hand: no kind concerns an auditor.
        wishes.change(reader, language, Map.of());
        jdbc.sql("""
                insert into notifications.wish (account_id, kind, rhythm, token) values (:account, :kind, :rhythm, :token)
                on conflict (account_id, kind) do update set rhythm = excluded.rhythm""")
                .param("account", reader.userId())
                .param("kind", kind.name())
                .param("rhythm", rhythm.name())
                .param("token", Wishes.newToken())
                .update();
        jdbc.sql("update notifications.inbox set rhythm = ? where account_id = ? and mail_id is null")
                .params(rhythm.name(), reader.userId())
                .update();
    }

    private void tell(NewsKind kind, String ref, String locality) {
        Readers only = new Readers(Set.of(reader.organisation()), Set.of(Role.AUDITOR), null, Set.of());
        inboxes.tell(
                List.of(News.of(kind, "adverts.news.cancelled", ref, locality, "/opportunities", only)
                        .at(Instant.parse("2030-01-02T12:00:00Z"))
                        .once(ref + " " + System.nanoTime())),
                Set.of());
    }

    private void opened(AdvertFacts advert) {
        Readers only = new Readers(Set.of(reader.organisation()), Set.of(Role.AUDITOR), null, Set.of());
        String ref = advert.ref().value();
        inboxes.tell(
                List.of(News.of(NewsKind.OPPORTUNITY, "adverts.news.opened", ref, "newtown", "/opportunities", only)
                        .at(Instant.parse("2030-01-02T12:00:00Z"))
                        .once(ref + " " + System.nanoTime())),
                Set.of());
    }

    private UUID queue(String key) {
        UUID id = cymru.pontio.kernel.Ids.next();
        transaction.executeWithoutResult(
                status -> outbox.toAccount(id, reader.userId(), Language.en, key, "body", null));
        return id;
    }

    private void later(UUID id) {
        jdbc.sql("update notifications.mail set next_at = clock_timestamp() where id = ?")
                .param(id)
                .update();
    }

    private double minutesAhead(UUID id) {
        return jdbc.sql(
                        "select extract(epoch from next_at - clock_timestamp()) / 60 from notifications.mail where id = ?")
                .param(id)
                .query(Double.class)
                .single();
    }

    private Map<String, Object> row(UUID id) {
        return jdbc.sql("select * from notifications.mail where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    private String rhythm(NewsKind kind) {
        return jdbc.sql("select rhythm from notifications.wish where account_id = ? and kind = ?")
                .params(reader.userId(), kind.name())
                .query(String.class)
                .single();
    }

    private List<Outbox.Taken> mails() {
        return jdbc.sql("""
                select id, account_id as account, address, subject, body, off_url, tries from notifications.mail
                where account_id = ?""").param(reader.userId()).query(Outbox.Taken.class).list();
    }

    private Outbox.Taken only() {
        assertThat(mails()).hasSize(1);
        return mails().getFirst();
    }
}
