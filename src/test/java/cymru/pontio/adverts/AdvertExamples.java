package cymru.pontio.adverts;

import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Lot;
import cymru.pontio.support.County;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adverts for the tests of this room and of those behind it, published through the room's own verbs. */
@Component
@Lazy
public class AdvertExamples {
    private final PackageExamples packages;
    private final Publishing publishing;
    private final Rounds rounds;
    private final Adverts adverts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AdvertExamples(
            PackageExamples packages,
            Publishing publishing,
            Rounds rounds,
            Adverts adverts,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.packages = packages;
        this.publishing = publishing;
        this.rounds = rounds;
        this.adverts = adverts;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Open for two more days: three calls, 14.75 user and 21.75 carer hours a week, the one at bedtime double-handed with
     * a hoist; Welsh preferred, care to start from 4 to 18 March 2030.
     */
    public AdvertFacts open(County county, String locality) {
        return publish(county, packages.approved(county, locality));
    }

    /** The same, weighed otherwise; those published later close later. */
    public AdvertFacts weighted(County county, String locality, Weights weights) {
        PackageFacts carePackage = packages.approved(county, locality);
        AdvertTerms usual = terms(carePackage);
        LocalDateTime deadline = inTwoDays().plusSeconds(later.incrementAndGet());
        publishing.publish(
                county.broker(),
                carePackage.ref(),
                new AdvertTerms(
                        usual.need(),
                        usual.equipment(),
                        usual.workerRisks(),
                        usual.textLanguage(),
                        usual.lot(),
                        false,
                        "",
                        deadline,
                        inTwoDays().minusHours(12),
                        weights,
                        usual.lines(),
                        "",
                        true,
                        "An example",
                        null,
                        usual.stamp()));
        return adverts.latest(carePackage.id()).orElseThrow();
    }

    private final java.util.concurrent.atomic.AtomicInteger later = new java.util.concurrent.atomic.AtomicInteger();

    /** The same with its deadline in the past: closed to bids and not yet decided. */
    public AdvertFacts closed(County county, String locality) {
        return close(open(county, locality));
    }

    /** This approved package, advertised by the broker. */
    public AdvertFacts publish(County county, PackageFacts carePackage) {
        publishing.publish(county.broker(), carePackage.ref(), terms(carePackage));
        return adverts.latest(carePackage.id()).orElseThrow();
    }

    /** Lets ten days pass for one advert, by moving all its times into the past. */
    public AdvertFacts close(AdvertFacts advert) {
        return passTime(advert, "interval '10 days'");
    }

    /** Lets time pass until a minute after the deadline. */
    public AdvertFacts closeJustNow(AdvertFacts advert) {
        return passTime(advert, "(deadline - clock_timestamp() + interval '1 minute')");
    }

    /** The same as {@link #open}, for another kind of work. */
    public AdvertFacts openFor(County county, String locality, Lot lot) {
        PackageFacts carePackage = packages.approved(county, locality);
        AdvertTerms usual = terms(carePackage);
        publishing.publish(
                county.broker(),
                carePackage.ref(),
                new AdvertTerms(
                        usual.need(),
                        usual.equipment(),
                        usual.workerRisks(),
                        usual.textLanguage(),
                        lot,
                        false,
                        "",
                        usual.deadline(),
                        usual.questionsUntil(),
                        usual.weights(),
                        usual.lines(),
                        "",
                        true,
                        "An example",
                        null,
                        usual.stamp()));
        return adverts.latest(carePackage.id()).orElseThrow();
    }

    /** Open for ten more days, so that there is time for whoever is asked first; with the broker's reason to ask all, or none. */
    public AdvertFacts openForLong(County county, String locality, String overrideReason) {
        PackageFacts carePackage = packages.approved(county, locality);
        AdvertTerms usual = terms(carePackage);
        publishing.publish(
                county.broker(),
                carePackage.ref(),
                new AdvertTerms(
                        usual.need(),
                        usual.equipment(),
                        usual.workerRisks(),
                        usual.textLanguage(),
                        usual.lot(),
                        false,
                        "",
                        inTwoDays().plusDays(8),
                        inTwoDays(),
                        usual.weights(),
                        usual.lines(),
                        overrideReason,
                        true,
                        "An example",
                        null,
                        usual.stamp()));
        return adverts.latest(carePackage.id()).orElseThrow();
    }

    /** Lets the time of whoever is asked first end so much after now. */
    public void holdFor(AdvertFacts advert, Duration time) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(
                            "update adverts.route set holds_until = clock_timestamp() + ? * interval '1 millisecond' where advert_id = ?")
                    .params(time.toMillis(), advert.id().value())
                    .update();
        });
    }

    /** Moves all its times so that the deadline is so many milliseconds away. */
    public AdvertFacts closeIn(AdvertFacts advert, int milliseconds) {
        return passTime(advert, "(deadline - clock_timestamp() - interval '" + milliseconds + " milliseconds')");
    }

    private AdvertFacts passTime(AdvertFacts advert, String time) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(
                            "update adverts.advert set published_at = published_at - %1$s, questions_until = questions_until - %1$s, deadline = deadline - %1$s where id = ?"
                                    .formatted(time))
                    .param(advert.id().value())
                    .update();
        });
        return adverts.facts(advert.id());
    }

    /** Its latest start was yesterday. */
    PackageFacts late(PackageFacts carePackage) {
        LocalDate yesterday = Zone.dayOf(Instant.now()).minusDays(1);
        jdbc.sql("update carepackages.care_package set start_earliest = ?, start_latest = ? where id = ?")
                .params(yesterday.minusDays(9), yesterday, carePackage.id().value())
                .update();
        return carePackage;
    }

    AdvertTerms terms(PackageFacts carePackage) {
        return terms(carePackage, carePackage.needSummary());
    }

    AdvertTerms terms(PackageFacts carePackage, String need) {
        return new AdvertTerms(
                need,
                carePackage.equipment(),
                carePackage.workerRisks(),
                "en",
                Lot.SESSIONAL,
                false,
                "",
                inTwoDays(),
                inTwoDays().minusHours(12),
                Weights.FIRST,
                carePackage.lines().stream().map(CallLineView::id).collect(Collectors.<UUID>toSet()),
                "",
                true,
                "An example",
                null,
                stamp(carePackage));
    }

    /** Of a form that is written now. */
    public String stamp(PackageFacts carePackage) {
        return Publishing.stamp(rounds.approved(carePackage.id()));
    }

    /** At noon, which every day has. */
    static LocalDateTime inTwoDays() {
        return Zone.wallTime(Instant.now().plus(Duration.ofDays(2)))
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(12);
    }
}
