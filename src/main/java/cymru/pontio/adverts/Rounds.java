package cymru.pontio.adverts;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds of a package: how many there were, which is open, and the next one written down. */
@Repository
class Rounds {
    private final JdbcClient jdbc;
    private final AdvertRows rows;

    Rounds(JdbcClient jdbc, AdvertRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    record Open(UUID publishedBy, Instant publishedAt) {}

    record Decision(String ref, String by, Instant at) {}

    /** How a round came to be and how it ended, for the council's own page. */
    record Story(
            UUID publishedBy,
            String urgentReason,
            String weightsReason,
            Instant deadline,
            @Nullable UUID endedBy,
            @Nullable Instant endedAt,
            @Nullable String endedReason,
            List<Extension> extensions) {}

    record Extension(Instant earlier, Instant later, String reason, UUID by, Instant at) {}

    /** The database's clock, which decides about deadlines. */
    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /**
     * The package with those of its calls that no provider holds: only they are advertised. Where one leaves, care is wanted
     * from the first day without it. The room of the placements keeps views for both.
     */
    PackageFacts asWanted(PackageFacts carePackage) {
        Set<UUID> held = jdbc
                .sql("select call_line_id from placements.report_standing_line where care_package_id = ?")
                .param(carePackage.id().value())
                .query(UUID.class)
                .stream()
                .collect(Collectors.toSet());
        PackageFacts free = carePackage.without(held);
        return jdbc.sql("select needed_from from placements.report_needed_from where care_package_id = ?")
                .param(carePackage.id().value())
                .query(LocalDate.class)
                .optional()
                .map(free::neededFrom)
                .orElse(free);
    }

    Optional<AdvertFacts> latest(PackageId carePackage) {
        return rows.latest(carePackage);
    }

    /** When the package got the words it has now; through the view its room keeps. */
    Instant approved(PackageId carePackage) {
        return jdbc.sql("select approved_last_at from carepackages.report_approval where care_package_id = ?")
                .param(carePackage.value())
                .query((row, n) -> AdvertRows.instant(row, "approved_last_at"))
                .single();
    }

    int next(PackageId carePackage) {
        return jdbc.sql("select coalesce(max(round), 0) + 1 from adverts.advert where care_package_id = ?")
                .param(carePackage.value())
                .query(Integer.class)
                .single();
    }

    /** An award that waits for a second person or for the provider. */
    Optional<Decision> waiting(PackageId carePackage) {
        return jdbc.sql("""
                select ref, proposed_by_name, proposed_at from placements.report_open_award where care_package_id = ?""")
                .param(carePackage.value())
                .query((row, n) -> new Decision(
                        row.getString("ref"),
                        row.getString("proposed_by_name"),
                        AdvertRows.instant(row, "proposed_at")))
                .optional();
    }

    Optional<Open> open(PackageId carePackage) {
        return jdbc.sql(
                        "select published_by, published_at from adverts.advert where care_package_id = ? and status = 'OPEN'")
                .param(carePackage.value())
                .query((row, n) ->
                        new Open(row.getObject("published_by", UUID.class), AdvertRows.instant(row, "published_at")))
                .optional();
    }

    Story story(AdvertId id) {
        return jdbc.sql("select * from adverts.advert where id = ?")
                .param(id.value())
                .query((row, n) -> new Story(
                        row.getObject("published_by", UUID.class),
                        row.getString("urgent_reason"),
                        row.getString("weights_reason"),
                        AdvertRows.instant(row, "deadline"),
                        row.getObject("ended_by", UUID.class),
                        row.getTimestamp("ended_at") == null ? null : AdvertRows.instant(row, "ended_at"),
                        row.getString("ended_reason"),
                        extensions(id)))
                .single();
    }

    /** Through the view the room of the bids keeps; to be asked only once they may be known. */
    long bids(AdvertId id) {
        return jdbc.sql("select count(*) from bidding.report_bid where advert_id = ? and status <> 'WITHDRAWN'")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    /** What this provider has answered to these, BID or DECLINED; through the view the room of the bids keeps. */
    Map<AdvertId, String> answers(UUID provider, List<AdvertFacts> adverts) {
        return jdbc
                .sql(
                        "select advert_id, answer from bidding.report_own_answer where provider_id = ? and advert_id = any(?)")
                .params(provider, adverts.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query((row, n) ->
                        Map.entry(new AdvertId(row.getObject("advert_id", UUID.class)), row.getString("answer")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Extension> extensions(AdvertId id) {
        return jdbc.sql(
                        "select earlier, later, reason, by_account, at from adverts.deadline_change where advert_id = ? order by id")
                .param(id.value())
                .query((row, n) -> new Extension(
                        AdvertRows.instant(row, "earlier"),
                        AdvertRows.instant(row, "later"),
                        row.getString("reason"),
                        row.getObject("by_account", UUID.class),
                        AdvertRows.instant(row, "at")))
                .list();
    }

    /** Waits for whoever publishes at the same moment; false if a round is open by then or the reference is taken. */
    boolean insert(AdvertFacts advert, Actor by, AdvertTerms terms) {
        int written = jdbc.sql("""
                insert into adverts.advert (id, ref, care_package_id, round, status, lot, locality, age_band, need, equipment,
                    worker_risks, training, welsh, text_language, cover_now, start_earliest, start_latest, rate_floor,
                    rate_ceiling, user_minutes_week, carer_minutes_week, weight_quality, weight_price, weight_start,
                    weight_windows, weight_continuity, weight_welsh, weight_capacity, weight_run, weight_set, weights_reason, urgent, urgent_reason, published_at, published_by,
                    questions_until, deadline)
                values (:id, :ref, :package, :round, 'OPEN', :lot, :locality, :ageBand, :need, :equipment, :risks, :training,
                    :welsh, :language, :cover, :earliest, :latest, :floor, :ceiling, :user, :carer, :quality, :price, :start,
                    :windows, :continuity, :welshWeight, :capacity, :run, :set, :weightsReason, :urgent, :urgentReason, :now, :by, :questions, :deadline)
                on conflict do nothing""")
                .param("id", advert.id().value())
                .param("ref", advert.ref().value())
                .param("package", advert.carePackage().value())
                .param("round", advert.round())
                .param("lot", advert.lot().name())
                .param("locality", advert.locality())
                .param("ageBand", advert.ageBand())
                .param("need", advert.need())
                .param("equipment", advert.equipment())
                .param("risks", advert.workerRisks())
                .param(
                        "training",
                        advert.training().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("welsh", advert.welsh())
                .param("language", advert.textLanguage())
                .param("cover", advert.coverNow().name())
                .param("earliest", advert.startEarliest())
                .param("latest", advert.startLatest())
                .param("floor", advert.rateFloor().pounds())
                .param("ceiling", advert.rateCeiling().pounds())
                .param("user", advert.hours().user().minutes())
                .param("carer", advert.hours().carer().minutes())
                .param("quality", advert.weights().quality())
                .param("price", advert.weights().price())
                .param("start", advert.weights().start())
                .param("windows", advert.weights().windows())
                .param("continuity", advert.weights().continuity())
                .param("welshWeight", advert.weights().welsh())
                .param("capacity", advert.weights().capacity())
                .param("run", advert.weights().run())
                .param("set", advert.weightSet())
                .param("weightsReason", advert.weightSet() == null ? terms.weightsReason() : "")
                .param("urgent", advert.urgent())
                .param("urgentReason", terms.urgentReason())
                .param("now", Timestamp.from(advert.publishedAt()))
                .param("by", by.userId())
                .param("questions", Timestamp.from(advert.questionsUntil()))
                .param("deadline", Timestamp.from(advert.deadline()))
                .update();
        if (written == 1) advert.lines().forEach(line -> insert(advert.id(), line));
        return written == 1;
    }

    private void insert(AdvertId advert, AdvertLine line) {
        jdbc.sql("""
                insert into adverts.advert_line (id, advert_id, call_line_id, position, days, band, window_from, window_to,
                    minutes, workers, time_critical, tier, short_reason, worker_gender)
                values (:id, :advert, :callLine, :position, :days, :band, :from, :until, :minutes, :workers, :critical, :tier,
                    :shortReason, :gender)""")
                .param("id", line.id())
                .param("advert", advert.value())
                .param("callLine", line.callLine())
                .param("position", line.position())
                .param("days", line.days())
                .param("band", line.band().name())
                .param("from", line.from())
                .param("until", line.until())
                .param("minutes", line.minutes())
                .param("workers", line.workers())
                .param("critical", line.timeCritical())
                .param("tier", line.tier().name())
                .param(
                        "shortReason",
                        line.shortReason() == null ? null : line.shortReason().name())
                .param("gender", line.workerGender().name())
                .update();
    }

    void extend(AdvertFacts advert, Instant later, Actor by, String reason) {
        jdbc.sql("""
                insert into adverts.deadline_change (advert_id, earlier, later, reason, by_account, at)
                values (?, ?, ?, ?, ?, clock_timestamp())""")
                .params(
                        advert.id().value(),
                        Timestamp.from(advert.deadline()),
                        Timestamp.from(later),
                        reason,
                        by.userId())
                .update();
        jdbc.sql("update adverts.advert set deadline = ?, version = version + 1 where id = ?")
                .params(Timestamp.from(later), advert.id().value())
                .update();
    }
}
