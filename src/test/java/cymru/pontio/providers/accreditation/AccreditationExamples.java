package cymru.pontio.providers.accreditation;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.register.Regulator;
import cymru.pontio.support.County;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Providers on their way into the market, as tests need them. */
@Component
class AccreditationExamples {
    static final byte[] PDF = "%PDF-1.4\nan example\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    private final Accounts accounts;
    private final Providers providers;
    private final Applications applications;
    private final Evidences evidences;
    private final EvidenceScans scans;
    private final Checks checks;
    private final Decisions decisions;

    AccreditationExamples(
            Accounts accounts,
            Providers providers,
            Applications applications,
            Evidences evidences,
            EvidenceScans scans,
            Checks checks,
            Decisions decisions) {
        this.accounts = accounts;
        this.providers = providers;
        this.applications = applications;
        this.evidences = evidences;
        this.scans = scans;
        this.checks = checks;
        this.decisions = decisions;
    }

    Actor newcomer() {
        UUID organisation = accounts.createOrganisation("PROVIDER", "Newydd Care");
        providers.add(new ProviderView(
                organisation,
                providers.freeRef(),
                "Newydd Care",
                ProviderKind.AGENCY,
                null,
                Embargo.NONE,
                null,
                null,
                null,
                false,
                false,
                Set.of(),
                Set.of()));
        UUID account = accounts.create(new Accounts.NewAccount(
                "newcomer-" + Ids.next() + "@pontio.test",
                "Nest Newydd",
                County.PASSWORD,
                organisation,
                null,
                Set.of(Role.PROVIDER_MANAGER),
                null));
        return new Actor(
                account, "Nest Newydd", organisation, "Newydd Care", null, Set.of(Role.PROVIDER_MANAGER), null);
    }

    String ref(Actor provider) {
        return providers.view(provider.organisation()).ref();
    }

    /** Every task complete, nothing submitted. */
    Actor complete() {
        Actor actor = newcomer();
        for (Answers.Part part : List.of(
                new Answers.Organisation(
                        "Newydd Care Ltd", "01234567", "Nest Newydd", "nest@example.com", "01632 960001"),
                new Answers.Registration(Regulator.CIW, "SIN-00009230-RQVY", "Nest Newydd"),
                new Answers.Services(Set.of(ServiceType.PERSONAL_CARE), Set.of(Lot.SESSIONAL)),
                new Answers.Areas(Set.of("newtown", "brecon")),
                new Answers.Policies(EnumSet.allOf(Policy.class)),
                new Answers.Workforce(12, 9, true, EnumSet.allOf(Skill.class)),
                new Answers.Welsh(true, 4, "Gofynnwn yn yr ymweliad cyntaf."))) applications.save(actor, part);
        for (EvidenceKind kind : EvidenceKind.neededBy(true)) shown(actor, kind, 300);
        return actor;
    }

    /** @param days until it runs out */
    UUID shown(Actor provider, EvidenceKind kind, int days) {
        UUID id = evidences.add(
                provider,
                new EvidenceUpload(
                        kind,
                        FileType.PDF,
                        PDF,
                        kind.expires() ? today().plusDays(days) : null,
                        kind.insurance() ? Money.of("10000000") : null));
        scans.scan(id, content -> VirusScanner.Verdict.CLEAN);
        return id;
    }

    Actor applied() {
        Actor actor = complete();
        applications.apply(actor);
        return actor;
    }

    Actor checking(County county) {
        Actor actor = applied();
        checks.takeUp(county.commissioner(), ref(actor));
        return actor;
    }

    /** Checked, with all evidence accepted. */
    Actor proved(County county) {
        Actor actor = checking(county);
        evidences.own(actor).forEach(one -> evidences.accept(county.commissioner(), one.id()));
        return actor;
    }

    UUID proposed(County county, Actor provider, ProposalTerms terms) {
        decisions.propose(county.commissioner(), ref(provider), terms);
        return checks.file(county.commissioner(), ref(provider)).proposal().id();
    }

    Actor accredited(County county) {
        Actor actor = proved(county);
        decisions.confirm(county.otherCommissioner(), ref(actor), proposed(county, actor, letIn()));
        return actor;
    }

    static ProposalTerms letIn() {
        return new ProposalTerms(
                ProposalKind.ACCREDIT, Set.of(Lot.SESSIONAL), 2, Set.of("newtown"), today().plusYears(2), "In order");
    }

    static LocalDate today() {
        return LocalDate.now(cymru.pontio.kernel.Zone.LONDON);
    }
}
