package cymru.pontio.providers.microenterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.CareService;
import cymru.pontio.providers.microenterprises.MicroExamples.Micro;
import cymru.pontio.site.News;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Start-up grants, and networks that share packages. */
@PontioTest
class GrantTests {
    @Autowired
    County county;

    @Autowired
    MicroExamples examples;

    @Autowired
    Grants grants;

    @Autowired
    Networks networks;

    @Autowired
    Arrangements arrangements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Micro micro;

    @BeforeEach
    void listed() {
        micro = examples.listed(county);
    }

    @Test
    void isAppliedForDecidedBySomebodyElseAndPaid() {
        UUID id = applied();
        assertBroken(
                () -> grants.paid(county.dpAdviser(), id, examples.today(), "BACS 1"),
                "microenterprises.error.grantStep");
        grants.decide(county.commissioner(), id, true, "It helps", "Return the laptop within a year");
        assertBroken(
                () -> grants.decide(county.otherCommissioner(), id, false, "No", ""),
                "microenterprises.error.grantStep");
        assertBroken(
                () -> grants.paid(county.dpAdviser(), id, examples.today().minusDays(1), "BACS 1"),
                "microenterprises.error.paidEarly");
        BigDecimal before = total();
        grants.paid(county.finance(), id, examples.today(), "BACS 104-2");
        assertThat(total()).isEqualByComparingTo(before.add(new BigDecimal("350.00")));
        assertThat(grants.of(micro.manager(), micro.ref())).singleElement().satisfies(grant -> {
            assertThat(grant.status()).isEqualTo(GrantStatus.PAID);
            assertThat(grant.conditions()).contains("laptop");
            assertThat(grant.paymentRef()).isEqualTo("BACS 104-2");
            assertThat(grant.paidByName()).isEqualTo(county.finance().name());
            assertThat(grant.paidAt()).isAfter(grant.decidedAt());
        });
    }

    /** Seeded faults: let mustBePayable forget who decided; let a commissioner pay. */
    @Test
    void whoApprovedItDoesNotPayIt() {
        UUID id = applied();
        Actor one = county.commissioner();
        Actor both = new Actor(
                one.userId(),
                one.name(),
                one.organisation(),
                one.organisationName(),
                one.team(),
                Set.of(Role.COMMISSIONER, Role.FINANCE),
                null);
        grants.decide(both, id, true, "It helps", "");
        assertBroken(() -> grants.paid(both, id, examples.today(), "BACS 1"), "microenterprises.error.ownDecision");
        assertThatThrownBy(() -> grants.paid(county.otherCommissioner(), id, examples.today(), "BACS 1"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> jdbc.sql("""
                update providers.micro_grant set status = 'PAID', paid_on = current_date, paid_by = decided_by, paid_by_name = 'x',
                    payment_ref = 'BACS 1', paid_at = now() where id = ?""").param(id).update()).hasMessageContaining("micro_grant_payer");
    }

    @Autowired
    GrantNews news;

    /** Seeded fault: tell of an application as if it were the answer. */
    @Test
    void tellsTheMicroEnterpriseWhatWasDecided() {
        UUID yes = applied();
        UUID no = applied();
        assertThat(news.of("GrantMoved", micro.ref().value())).isEmpty();
        grants.decide(county.commissioner(), yes, true, "It helps", "");
        grants.decide(county.commissioner(), no, false, "Once is enough", "");
        assertThat(news.of("GrantMoved", micro.ref().value()))
                .extracting(News::messageKey, News::key, News::readers)
                .containsExactly(
                        tuple("microenterprises.news.approved", "grant " + yes, Readers.provider(micro.id())),
                        tuple("microenterprises.news.refused", "grant " + no, Readers.provider(micro.id())));
        grants.paid(county.finance(), yes, examples.today(), "BACS 1");
        assertThat(news.of("GrantMoved", micro.ref().value()))
                .extracting(News::messageKey, News::key)
                .contains(tuple("microenterprises.news.paid", "grant paid " + yes))
                .hasSize(3);
    }

    /** Seeded fault: let mustBeDecidable forget who applied. */
    @Test
    void whoRecordedItDoesNotDecideIt() {
        UUID id =
                grants.apply(county.commissioner(), micro.ref(), Money.of("100"), Grant.Purpose.UNIFORM, "Two tunics");
        assertBroken(
                () -> grants.decide(county.commissioner(), id, true, "Mine", ""), "microenterprises.error.ownGrant");
        assertThatThrownBy(() -> grants.decide(county.dpAdviser(), id, true, "Not mine to decide", ""))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> jdbc.sql("""
                update providers.micro_grant set status = 'APPROVED', decided_by = applied_by, decided_by_name = 'x',
                    decided_at = now() where id = ?""").param(id).update()).isInstanceOf(DataIntegrityViolationException.class);
        grants.decide(county.otherCommissioner(), id, false, "Not this year", "ignored");
        assertThat(grants.view(county.dpAdviser(), id).status()).isEqualTo(GrantStatus.REFUSED);
    }

    /** Seeded fault: let applyOwn not ask whether one waits. */
    @Test
    void aMicroEnterpriseAsksForItselfOnceUntilItIsAnswered() {
        UUID id = grants.applyOwn(micro.manager(), Money.of("200"), Grant.Purpose.INSURANCE, "Public liability");
        assertBroken(
                () -> grants.applyOwn(micro.manager(), Money.of("50"), Grant.Purpose.PUBLICITY, "Flyers"),
                "microenterprises.error.grantWaits");
        assertThatThrownBy(() -> jdbc.sql("""
                insert into providers.micro_grant (id, provider_id, amount, purpose, detail, status, applied_by, applied_by_name,
                    applied_at, by_itself)
                values (gen_random_uuid(), ?, 1, 'OTHER', 'x', 'APPLIED', gen_random_uuid(), 'x', now(), true)""").param(micro.id()).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("micro_grant_one_own_waiting");
        applied();
        grants.decide(county.commissioner(), id, false, "Ask your bank first", "");
        assertThat(grants.applyOwn(micro.manager(), Money.of("50"), Grant.Purpose.PUBLICITY, "Flyers"))
                .isNotEqualTo(id);
        assertThatThrownBy(
                        () -> grants.applyOwn(county.providerA(), Money.of("50"), Grant.Purpose.PUBLICITY, "An agency"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> grants.apply(
                        micro.manager(), micro.ref(), Money.of("50"), Grant.Purpose.PUBLICITY, "As if by the council"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theYearBeginsInApril() {
        assertThat(Grant.financialYear(LocalDate.of(2027, 3, 31))).isEqualTo(2026);
        assertThat(Grant.financialYear(LocalDate.of(2027, 4, 1))).isEqualTo(2027);
        for (String day : new String[] {"2027-03-31", "2027-04-01", "2028-02-29"})
            assertThat(jdbc.sql("select extract(year from cast(? as date) - interval '3 months')::int")
                            .param(day)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(Grant.financialYear(LocalDate.parse(day)));
    }

    /** Seeded fault: record whatever part is chosen. */
    @Test
    void nobodySharesWhatWasNotCheckedOrIsNotTheirsToDo() {
        UUID network = networks.found(county.dpAdviser(), "Rhwydwaith " + UUID.randomUUID());
        networks.join(county.dpAdviser(), network, micro.ref(), examples.today());
        UUID listed = networks.view(county.commissioner(), network)
                .members()
                .getFirst()
                .id();
        assertBroken(
                () -> networks.share(county.dpAdviser(), network, PACKAGE, listed, CareService.NIGHTS, Set.of(1)),
                "microenterprises.error.notHelp");

        UUID another = networks.found(county.dpAdviser(), "Rhwydwaith " + UUID.randomUUID());
        networks.join(county.dpAdviser(), another, examples.enquiry(county).ref(), examples.today());
        UUID unchecked = networks.view(county.commissioner(), another)
                .members()
                .getFirst()
                .id();
        assertBroken(
                () -> networks.share(
                        county.dpAdviser(), another, PACKAGE, unchecked, CareService.PERSONAL_CARE, Set.of(1)),
                "microenterprises.error.notListed");
    }

    /** Seeded faults: ask nothing of personal care; count a package once for each network; count people of today at the end. */
    @Test
    void sharedPersonalCareHasItsPlaceAmongTheFourPeople() {
        UUID network = networks.found(county.dpAdviser(), "Rhwydwaith " + UUID.randomUUID());
        networks.join(county.dpAdviser(), network, micro.ref(), examples.today());
        UUID member = networks.view(county.commissioner(), network)
                .members()
                .getFirst()
                .id();
        assertBroken(
                () -> networks.share(
                        county.dpAdviser(), network, PACKAGE, member, CareService.PERSONAL_CARE, Set.of(1)),
                "microenterprises.error.shareUnrecorded");
        examples.helps(county, micro, 1);
        networks.share(county.dpAdviser(), network, PACKAGE, member, CareService.PERSONAL_CARE, Set.of(1));
        UUID second = networks.found(county.dpAdviser(), "Rhwydwaith " + UUID.randomUUID());
        networks.join(county.dpAdviser(), second, micro.ref(), examples.today());
        UUID again = networks.view(county.commissioner(), second)
                .members()
                .getFirst()
                .id();
        networks.share(county.dpAdviser(), second, PACKAGE, again, CareService.PERSONAL_CARE, Set.of(2));
        String other = Reference.random("PKG", RandomGenerator.getDefault());
        assertBroken(
                () -> networks.share(county.dpAdviser(), network, other, member, CareService.PERSONAL_CARE, Set.of(1)),
                "microenterprises.error.shareUnrecorded");
        examples.another(county, micro);
        networks.share(county.dpAdviser(), network, other, member, CareService.PERSONAL_CARE, Set.of(1));

        assertThat(networks.view(county.commissioner(), network).beyond()).isEmpty();
        UUID first = arrangements
                .of(micro.manager(), micro.ref())
                .arrangements()
                .getFirst()
                .id();
        arrangements.end(micro.manager(), micro.ref(), first, examples.today());
        assertThat(networks.view(county.commissioner(), network).beyond())
                .containsExactly(new Network.Beyond(micro.name(), 1, 2));
    }

    /** Straight into the table, past the door. Seeded faults in the trigger: allow one more; take no lock; refuse an end. */
    @Test
    void theDatabaseCountsSharedPersonalCareToo() throws Exception {
        examples.helps(county, micro, 1);
        UUID network = networks.found(county.dpAdviser(), "Rhwydwaith " + UUID.randomUUID());
        networks.join(county.dpAdviser(), network, micro.ref(), examples.today());
        UUID member = networks.view(county.commissioner(), network)
                .members()
                .getFirst()
                .id();
        try (var another = Executors.newSingleThreadExecutor()) {
            Future<Throwable> second = Objects.requireNonNull(transaction.execute(open -> {
                sharedPastTheDoor(network, member);
                jdbc.sql("set constraints all immediate").update();
                Future<Throwable> waits =
                        another.submit(() -> catchThrowable(() -> sharedPastTheDoor(network, member)));
                assertThatThrownBy(() -> waits.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return waits;
            }));
            assertThat(second.get())
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("shares the personal care of 2 packages and has 1 people");
        }
        UUID first = arrangements
                .of(micro.manager(), micro.ref())
                .arrangements()
                .getFirst()
                .id();
        arrangements.strike(micro.manager(), micro.ref(), first);
        UUID share = networks.view(county.commissioner(), network)
                .shares()
                .getFirst()
                .id();
        networks.unshare(county.dpAdviser(), network, share);
    }

    private void sharedPastTheDoor(UUID network, UUID member) {
        jdbc.sql("""
                insert into providers.micro_shared
                    (id, network_id, provider_id, member_id, package_ref, help, days, from_day, by_account)
                values (gen_random_uuid(), ?, ?, ?, ?, 'PERSONAL_CARE', '1', ?, gen_random_uuid())""")
                .params(
                        network,
                        micro.id(),
                        member,
                        Reference.random("PKG", RandomGenerator.getDefault()),
                        examples.today())
                .update();
    }

    /** Seeded fault: take micro_network_member_once away. */
    @Test
    void membersShareAPackageByParts() {
        Micro other = examples.listed(county);
        examples.helps(county, micro, 1);
        examples.helps(county, other, 1);
        UUID network = networks.found(county.dpAdviser(), "Rhwydwaith " + UUID.randomUUID());
        networks.join(county.dpAdviser(), network, micro.ref(), examples.today());
        networks.join(county.dpAdviser(), network, other.ref(), examples.today());
        assertBroken(
                () -> networks.join(county.dpAdviser(), network, micro.ref(), examples.today()),
                "microenterprises.error.member");
        Network view = networks.view(county.commissioner(), network);
        UUID first = view.members().getFirst().id();
        networks.share(county.dpAdviser(), network, PACKAGE, first, CareService.PERSONAL_CARE, Set.of(5, 1, 3));
        assertBroken(
                () -> networks.share(county.dpAdviser(), network, PACKAGE, first, CareService.PERSONAL_CARE, Set.of(2)),
                "microenterprises.error.shared");
        assertThatThrownBy(() ->
                        networks.share(county.dpAdviser(), network, "Mrs Evans", first, CareService.MEALS, Set.of(2)))
                .isInstanceOf(NotFound.class);
        assertThat(networks.of(micro.manager(), micro.ref()))
                .singleElement()
                .satisfies(seen -> assertThat(seen.shares())
                        .singleElement()
                        .satisfies(share -> assertThat(share.days()).isEqualTo("135")));
        assertThat(networks.all(county.dpAdviser()))
                .filteredOn(line -> line.id().equals(network))
                .singleElement()
                .satisfies(line -> assertThat(line.members()).contains(micro.name(), ", ", other.name()))
                .satisfies(line -> assertThat(line.packages()).isEqualTo(1));
        assertThatThrownBy(() -> networks.of(other.manager(), micro.ref())).isInstanceOf(NotFound.class);
        networks.leave(county.dpAdviser(), network, first);
        // Seeded fault: ask only whether anything was changed.
        assertBroken(() -> networks.leave(county.dpAdviser(), network, first), "microenterprises.error.left");
        UUID share = networks.view(county.commissioner(), network)
                .shares()
                .getFirst()
                .id();
        assertBroken(() -> networks.unshare(county.dpAdviser(), network, share), "microenterprises.error.unshared");
        assertThatThrownBy(() -> networks.unshare(county.dpAdviser(), network, first))
                .isInstanceOf(NotFound.class);
    }

    private static final String PACKAGE = Reference.random("PKG", RandomGenerator.getDefault());

    private UUID applied() {
        return grants.apply(
                county.dpAdviser(), micro.ref(), Money.of("350"), Grant.Purpose.EQUIPMENT, "A second-hand laptop");
    }

    private BigDecimal total() {
        return grants.years(county.commissioner()).stream()
                .filter(year -> year.from() == Grant.financialYear(examples.today()))
                .map(year -> year.paid().pounds())
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable verb, String key) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }
}
