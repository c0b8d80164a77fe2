package cymru.pontio.placements;

import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import cymru.pontio.site.Unmailed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What both sides hear of offers, starts, handbacks and ends. */
@Component
class PlacementNews implements NewsSource {
    private static final String STARTED = Placements.PlacementStarted.class.getSimpleName();
    private static final String FAILED = Starts.StartFailed.class.getSimpleName();
    private static final String NOTICE = Departure.NoticeGiven.class.getSimpleName();
    private static final String SIGNED = Departure.RiskSigned.class.getSimpleName();
    private static final String HELD = PackageHeld.CareHeld.class.getSimpleName();
    private static final String TAKEN_UP = PackageHeld.CareTakenUpAgain.class.getSimpleName();
    private static final String ENDED = Departure.PlacementEnded.class.getSimpleName();

    /** A person will not have a provider. */
    private static final String REFUSED = "ProviderRefused";

    private final JdbcClient jdbc;

    PlacementNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Offer(
            String ref,
            UUID provider,
            String locality,
            @Nullable Instant respondBy,
            String status) {}

    private record Care(
            String ref,
            UUID provider,
            String locality,
            UUID team,
            LocalDate start,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate askedOn,
            boolean earlier,
            boolean died) {}

    @Override
    public Set<String> actions() {
        return Set.of(
                "AwardOffered",
                "AwardAccepted",
                "AwardDeclined",
                "AwardExpired",
                "AwardRevoked",
                REFUSED,
                STARTED,
                FAILED,
                NOTICE,
                SIGNED,
                HELD,
                TAKEN_UP,
                ENDED);
    }

    @Override
    public List<News> of(String action, String subject) {
        if (action.equals(REFUSED)) return unwanted(subject);
        return action.startsWith("Award") ? award(action, subject) : care(action, subject);
    }

    /** It holds for the person's other packages too. Brokers learn that it is so, not why; the provider learns neither. */
    private List<News> unwanted(String packageRef) {
        return jdbc.sql("""
                select a.ref, a.provider_id as provider, a.locality, a.respond_by, a.status
                from carepackages.care_package told
                join carepackages.care_package c on c.person_id = told.person_id
                join placements.award a on a.care_package_id = c.id and a.status in ('PROPOSED', 'OFFERED')
                join carepackages.report_refusal x on x.care_package_id = a.care_package_id and x.provider_id = a.provider_id
                where told.ref = ? order by a.ref""").param(packageRef).query(Offer.class).list().stream()
                .map(offer -> News.of(
                        NewsKind.AWARD,
                        "placements.news.unwanted",
                        offer.ref(),
                        offer.locality(),
                        "/awards/" + offer.ref(),
                        Readers.council(Role.BROKER, Role.COMMISSIONER)))
                .toList();
    }

    /** Care that begins the day after tomorrow or sooner: a last reminder to whoever gives it. */
    @Override
    public List<News> due() {
        return jdbc.sql(CARE + """
                where p.status = 'PENDING_START' and c.status <> 'ON_HOLD' and p.agreed_start between
                    (clock_timestamp() at time zone 'Europe/London')::date
                    and (clock_timestamp() at time zone 'Europe/London')::date + 2
                order by p.ref limit 2000""").query(Care.class).list().stream()
                .map(care -> news(NewsKind.START, "placements.news.startSoon", care, Readers.provider(care.provider()))
                        .on(care.start())
                        .once("placements.startSoon " + care.ref() + " " + care.start()))
                .toList();
    }

    @Override
    public void over(Unmailed told) {
        told.onlyWhere(jdbc, """
                select ref, respond_by as at from placements.award
                where status = 'OFFERED' and respond_by > clock_timestamp()""", "placements.news.offered");
        told.onlyWhere(
                jdbc,
                "select ref from placements.award where status in ('PROPOSED', 'OFFERED')",
                "placements.news.unwanted");
        told.onlyWhere(jdbc, PENDING + "= 'ON_HOLD'", "placements.news.held");
        told.onlyWhere(jdbc, PENDING + "<> 'ON_HOLD'", "placements.news.takenUp");
        told.onlyWhere(jdbc, PENDING + """
                <> 'ON_HOLD' and p.agreed_start >= (clock_timestamp() at time zone 'Europe/London')::date""", "placements.news.startSoon");
        told.onlyWhere(jdbc, LEAVING.formatted("ends_on"), "placements.news.notice");
        told.onlyWhere(jdbc, LEAVING.formatted("asked_on") + " and n.risk_at is null", "placements.news.earlier");
    }

    private List<News> award(String action, String subject) {
        Offer offer = jdbc.sql("""
                select ref, provider_id as provider, locality, respond_by, status from placements.award where ref = ?""").param(subject).query(Offer.class).single();
        List<News> news = new ArrayList<>();
        String ours = "/awards/" + offer.ref();
        Readers brokers = Readers.council(Role.BROKER);
        switch (action) {
            case "AwardOffered" -> {
                if (offer.status().equals("OFFERED"))
                    news.add(News.of(
                                    NewsKind.OFFER,
                                    "placements.news.offered",
                                    offer.ref(),
                                    offer.locality(),
                                    "/offers/" + offer.ref(),
                                    Readers.provider(offer.provider()))
                            .at(offer.respondBy()));
            }
            case "AwardAccepted" ->
                news.add(News.of(
                        NewsKind.AWARD, "placements.news.accepted", offer.ref(), offer.locality(), ours, brokers));
            case "AwardDeclined" ->
                news.add(News.of(
                        NewsKind.AWARD, "placements.news.declined", offer.ref(), offer.locality(), ours, brokers));
            case "AwardExpired" -> {
                news.add(News.of(
                        NewsKind.AWARD, "placements.news.expired", offer.ref(), offer.locality(), ours, brokers));
                news.add(own(offer, "placements.news.lapsed"));
            }
            case "AwardRevoked" -> {
                // Whoever was never offered it has nothing to learn.
                if (offer.respondBy() != null) news.add(own(offer, "placements.news.revoked"));
            }
            default -> throw new IllegalStateException(action);
        }
        return news;
    }

    private static News own(Offer offer, String messageKey) {
        return News.of(
                NewsKind.OFFER,
                messageKey,
                offer.ref(),
                offer.locality(),
                "/offers/" + offer.ref(),
                Readers.provider(offer.provider()));
    }

    private List<News> care(String action, String subject) {
        Care care = jdbc.sql(CARE + "where p.ref = ?")
                .param(subject)
                .query(Care.class)
                .single();
        if (action.equals(STARTED)) return both(NewsKind.START, "placements.news.started", care, Role.BROKER);
        if (action.equals(FAILED)) return both(NewsKind.START, "placements.news.failed", care, Role.BROKER);
        if (action.equals(HELD)) return provider(NewsKind.AWAY, "placements.news.held", care);
        if (action.equals(TAKEN_UP)) return provider(NewsKind.AWAY, "placements.news.takenUp", care);
        if (action.equals(SIGNED)) return care.earlier() ? agreed(care) : List.of();
        List<News> news = new ArrayList<>();
        if (action.equals(NOTICE) && care.askedOn() != null)
            news.add(news(NewsKind.LEAVING, "placements.news.earlier", care, Readers.council(Role.COMMISSIONER))
                    .on(care.askedOn().minusDays(1)));
        LocalDate day = action.equals(NOTICE) ? lastDay(care) : care.endsOn();
        String messageKey = action.equals(NOTICE) ? "placements.news.notice" : "placements.news.ended";
        both(NewsKind.LEAVING, messageKey, care, Role.BROKER, Role.COMMISSIONER).forEach(one -> news.add(one.on(day)));
        // The first day without care is tomorrow, and a call of this evening would still be made.
        news.add(news(
                        NewsKind.LEAVING,
                        care.died() ? "placements.news.over" : messageKey,
                        care,
                        Readers.provider(care.provider()))
                .on(day));
        return news;
    }

    private static @Nullable LocalDate lastDay(Care care) {
        return care.endsOn() == null ? null : care.endsOn().minusDays(1);
    }

    private List<News> agreed(Care care) {
        List<News> news = new ArrayList<>(both(NewsKind.LEAVING, "placements.news.agreed", care, Role.BROKER));
        news.add(news(NewsKind.LEAVING, "placements.news.agreed", care, Readers.provider(care.provider())));
        return news.stream().map(one -> one.on(lastDay(care))).toList();
    }

    /** Sourcing looks at the placement, the team at its package. */
    private List<News> both(NewsKind kind, String messageKey, Care care, Role... sourcing) {
        return List.of(news(kind, messageKey, care, Readers.council(sourcing)), team(kind, messageKey, care));
    }

    private News team(NewsKind kind, String messageKey, Care care) {
        String carePackage = jdbc.sql("select package_ref from placements.placement where ref = ?")
                .param(care.ref())
                .query(String.class)
                .single();
        return News.of(
                kind, messageKey, care.ref(), care.locality(), "/packages/" + carePackage, Readers.team(care.team()));
    }

    private static List<News> provider(NewsKind kind, String messageKey, Care care) {
        return List.of(news(kind, messageKey, care, Readers.provider(care.provider())));
    }

    private static News news(NewsKind kind, String messageKey, Care care, Readers readers) {
        return News.of(kind, messageKey, care.ref(), care.locality(), "/placements/" + care.ref(), readers);
    }

    private static final String PENDING = """
            select p.ref, p.agreed_start as day
            from placements.placement p join carepackages.care_package c on c.id = p.care_package_id
            where p.status = 'PENDING_START' and c.status\s""";

    private static final String LEAVING = """
            select p.ref, n.%s - 1 as day
            from placements.placement p join placements.notice_in_force n on n.placement_id = p.id
            where p.status = 'NOTICE_GIVEN'""";

    private static final String CARE = """
            select p.ref, p.provider_id as provider, p.locality, c.team_id as team, p.agreed_start as start,
                coalesce(p.ended_on, n.ends_on) as ends_on, n.asked_on, coalesce(n.earlier, false) as earlier,
                coalesce(p.end_reason = 'DIED', false) as died
            from placements.placement p join carepackages.care_package c on c.id = p.care_package_id
            left join placements.notice_in_force n on n.placement_id = p.id\s""";
}
