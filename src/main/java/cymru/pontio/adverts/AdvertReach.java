package cymru.pontio.adverts;

import cymru.pontio.site.Unmailed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which providers an open round reaches at this moment: those that see it, may bid and could be given its work. The one asked first
 * alone while it has the round to itself, and for good once it has bid in time; else those with the patch and the lot whose
 * accreditation runs, whose new work is not stopped and whose care is not being moved to others. Micro-enterprises are
 * reached like any other; the council’s own team only when it is asked first, because it does not compete. Whom the person
 * will not have is reached by none of it: a message about an advert that is not there would tell of the refusal.
 */
@Service
public class AdvertReach {
    private static final String OPEN = """
            select a.id, a.ref, a.locality, a.deadline, array(
                select p.id from providers.provider p
                where p.accredited_until >= (clock_timestamp() at time zone 'Europe/London')::date and p.embargo = 'NONE'
                  and not exists (select from placements.report_leaving g where g.provider_id = p.id and g.moved)
                  and not exists (select from placements.report_not_shown x
                    where x.care_package_id = a.care_package_id and x.provider_id = p.id)
                  and (exists (select from adverts.route r where r.advert_id = a.id and r.holder = p.id)
                    or p.kind <> 'INHOUSE'
                      and exists (select from providers.patch t where t.provider_id = p.id and t.locality = a.locality)
                      and exists (select from providers.accreditation c where c.provider_id = p.id and a.lot = any (c.lots))
                      and not exists (select from adverts.held h where h.advert_id = a.id))
                order by p.id) as providers
            from adverts.advert a
            where a.status = 'OPEN' and a.deadline > clock_timestamp()
              and not exists (select from adverts.taken_up t where t.advert_id = a.id)\s""";

    private final JdbcClient jdbc;
    private final AdvertRows rows;
    private final MayBid mayBid;

    AdvertReach(JdbcClient jdbc, AdvertRows rows, MayBid mayBid) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.mayBid = mayBid;
    }

    /** An open round and whom it reaches. */
    public record Reached(AdvertId id, AdvertRef ref, String locality, Instant deadline, Set<UUID> providers) {
        private Reached to(Set<UUID> others) {
            return new Reached(id, ref, locality, deadline, others);
        }
    }

    /** None once it is closed. */
    @Transactional(readOnly = true)
    public Optional<Reached> of(AdvertRef ref) {
        return query("and a.ref = :ref", Map.of("ref", ref.value())).stream().findFirst();
    }

    /** Published within the last week. */
    @Transactional(readOnly = true)
    public List<Reached> recent() {
        return query("and a.published_at > clock_timestamp() - interval '7 days'", Map.of());
    }

    /** In the last quarter of their time, and within a day of the end. */
    @Transactional(readOnly = true)
    public List<Reached> closingSoon() {
        return query(
                "and a.deadline - clock_timestamp() < least(interval '24 hours', (a.deadline - a.published_at) / 4)",
                Map.of());
    }

    /** All open rounds that reach this provider. */
    @Transactional(readOnly = true)
    public List<Reached> openTo(UUID provider) {
        List<Reached> those = read("", Map.of()).stream()
                .filter(round -> round.providers().contains(provider))
                .map(round -> round.to(Set.of(provider)))
                .toList();
        return able(those).stream()
                .filter(round -> !round.providers().isEmpty())
                .toList();
    }

    /** Takes out rounds that do not reach the reader any more. */
    void over(Unmailed told, String... messageKeys) {
        told.onlyWhere(
                jdbc,
                "select o.ref, o.deadline as at from (" + OPEN + ") o where :organisation = any (o.providers)",
                messageKeys);
    }

    /** Of these providers, those that may bid for the advert, whether its round is open or not. */
    Set<UUID> able(AdvertRef advert, Set<UUID> providers) {
        return mayBid.among(rows.byRefs(List.of(advert.value())), providers).values().stream()
                .findFirst()
                .orElse(Set.of());
    }

    private List<Reached> query(String which, Map<String, ?> params) {
        return able(read(which, params));
    }

    private List<Reached> able(List<Reached> rounds) {
        List<String> refs = rounds.stream().map(round -> round.ref().value()).toList();
        Set<UUID> providers =
                rounds.stream().flatMap(round -> round.providers().stream()).collect(Collectors.toSet());
        Map<AdvertId, Set<UUID>> able = mayBid.among(rows.byRefs(refs), providers);
        return rounds.stream()
                .map(round -> round.to(round.providers().stream()
                        .filter(able.getOrDefault(round.id(), Set.of())::contains)
                        .collect(Collectors.toSet())))
                .toList();
    }

    private List<Reached> read(String which, Map<String, ?> params) {
        return jdbc.sql(OPEN + which + " order by a.deadline, a.ref limit 2000")
                .params(params)
                .query((row, n) -> reached(row))
                .list();
    }

    private static Reached reached(ResultSet row) throws SQLException {
        return new Reached(
                new AdvertId(row.getObject("id", UUID.class)),
                new AdvertRef(row.getString("ref")),
                row.getString("locality"),
                AdvertRows.instant(row, "deadline"),
                Set.of((UUID[]) row.getArray("providers").getArray()));
    }
}
