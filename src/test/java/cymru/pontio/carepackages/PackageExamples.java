package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.people.PeopleExamples;
import cymru.pontio.people.PersonRef;
import cymru.pontio.support.County;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Packages for the tests of all rooms, made through the room's own verbs; each is for a person of its own. */
@Component
@Lazy
public class PackageExamples {
    private final Drafts drafts;
    private final Decisions decisions;
    private final CarePackages packages;
    private final Overviews overviews;
    private final PeopleExamples people;

    PackageExamples(
            Drafts drafts, Decisions decisions, CarePackages packages, Overviews overviews, PeopleExamples people) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.packages = packages;
        this.overviews = overviews;
        this.people = people;
    }

    /** Approved by the manager of the first social worker's team; 14.75 user hours and 21.75 carer hours a week. */
    public PackageFacts approved(County county, String locality) {
        PackageRef ref = submitted(county, locality);
        decisions.approve(county.manager(), ref, null);
        return packages.facts(county.broker(), ref);
    }

    /** The same for somebody who is in hospital, as its team says in it. */
    public PackageFacts inHospital(County county, String locality) {
        PackageRef ref = draft(county, locality);
        drafts.interim(
                county.socialWorker(),
                ref,
                Cover.HOSPITAL,
                Stamp.of(overviews.forWriting(county.socialWorker(), ref).version()));
        decisions.submit(county.socialWorker(), ref, null);
        decisions.approve(county.manager(), ref, null);
        return packages.facts(county.broker(), ref);
    }

    /** Approved, for this person of the first social worker's team. */
    public PackageFacts approved(County county, String locality, PersonRef person) {
        PackageRef ref = draft(county.socialWorker(), locality, person);
        decisions.submit(county.socialWorker(), ref, null);
        decisions.approve(county.manager(), ref, null);
        return packages.facts(county.broker(), ref);
    }

    /** The person has died before care began. */
    public void withdraw(Actor actor, PackageRef ref) {
        decisions.withdraw(actor, ref, WithdrawalReason.DIED);
    }

    /** Nobody looks for a provider any longer, until it is taken up again. */
    public void hold(Actor actor, PackageRef ref) {
        decisions.hold(actor, ref, "In hospital");
    }

    public void takeUpAgain(Actor actor, PackageRef ref) {
        decisions.resume(actor, ref, "Home again");
    }

    /** Back to the team that wrote it. */
    public void giveBack(Actor actor, PackageRef ref) {
        decisions.giveBack(actor, ref, null, "The calls have changed");
    }

    /** Back to the team, described in these words instead, and approved again. */
    public void rewrite(County county, PackageRef ref, String summary) {
        giveBack(county.broker(), ref);
        Stamp own = Stamp.of(overviews.forWriting(county.socialWorker(), ref).version());
        Needs was = needs();
        drafts.needs(
                county.socialWorker(), ref, new Needs(was.whatMatters(), was.outcomes(), summary, was.language()), own);
        decisions.submit(county.socialWorker(), ref, null);
        decisions.approve(county.manager(), ref, null);
    }

    public PackageRef submitted(County county, String locality) {
        PackageRef ref = draft(county, locality);
        decisions.submit(county.socialWorker(), ref, null);
        return ref;
    }

    /** Nothing is missing; not yet submitted. */
    public PackageRef draft(County county, String locality) {
        return draft(county.socialWorker(), locality, people.refOf(county.socialWorker()));
    }

    private PackageRef draft(Actor writer, String locality, PersonRef person) {
        PackageRef ref = drafts.start(writer, person);
        Stamp own = Stamp.of(overviews.forWriting(writer, ref).version());
        drafts.needs(writer, ref, needs(), own);
        drafts.risks(
                writer, ref, new Risks("Falls at night", "A small dog", "Ceiling hoist", Set.of(Training.HOIST)), own);
        drafts.place(writer, ref, locality, own);
        drafts.start(writer, ref, new StartWanted(LocalDate.of(2030, 3, 4), LocalDate.of(2030, 3, 18)), own);
        drafts.interim(writer, ref, Cover.NONE, own);
        drafts.funding(writer, ref, Funding.COUNCIL, own);
        drafts.addCall(writer, ref, morning(), own);
        drafts.addCall(writer, ref, lunch(), own);
        drafts.addCall(writer, ref, bed(), own);
        return ref;
    }

    static Needs needs() {
        return new Needs(
                "Being in her own kitchen in the morning.",
                Set.of(Outcome.WB2, Outcome.WB8),
                "Help to get up, wash and dress; a hot meal at midday; help to bed with a hoist.",
                "en");
    }

    /** 45 minutes every day: 5.25 hours a week. */
    static CallTerms morning() {
        return new CallTerms(
                "1234567",
                Band.MORNING,
                LocalTime.of(7, 0),
                LocalTime.of(9, 0),
                45,
                1,
                "Insulin before breakfast",
                Tier.DAILY_ESSENTIAL,
                null,
                WorkerGender.FEMALE_PREFERRED,
                "Washing, dressing, breakfast");
    }

    /** Half an hour on each weekday: 2.5 hours a week. */
    static CallTerms lunch() {
        return new CallTerms(
                "12345",
                Band.LUNCH,
                null,
                null,
                30,
                1,
                null,
                Tier.WEEKLY_ESSENTIAL,
                null,
                WorkerGender.ANY,
                "Midday meal");
    }

    /** Two workers for an hour every day: 7 user hours and 14 carer hours a week. */
    static CallTerms bed() {
        return new CallTerms(
                "1234567",
                Band.BED,
                LocalTime.of(20, 0),
                LocalTime.of(21, 30),
                60,
                2,
                null,
                Tier.DAILY_ESSENTIAL,
                null,
                WorkerGender.ANY,
                "To bed with the hoist");
    }
}
