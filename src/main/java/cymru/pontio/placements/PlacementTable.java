package cymru.pontio.placements;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.providers.ProviderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other rooms ask of placements. */
@Component
class PlacementTable {
    private final JdbcClient jdbc;

    PlacementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Key(UUID id, String ref, UUID carePackage) {}

    List<PlacementForVisits> forVisits(UUID provider) {
        return jdbc.sql("""
                select p.id, p.package_ref, p.care_package_id, p.person_id, p.provider_id, p.locality, v.kind, p.status,
                    p.accepted_at, p.ended_on
                from placements.placement p join providers.report_provider v on v.id = p.provider_id
                where p.provider_id = ? order by p.accepted_at, p.id""")
                .param(provider)
                .query((row, n) -> new PlacementForVisits(
                        row.getObject("id", UUID.class),
                        row.getString("package_ref"),
                        row.getObject("care_package_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("provider_id", UUID.class),
                        row.getString("locality"),
                        kind(row.getString("kind")),
                        PlacementStatus.valueOf(row.getString("status")),
                        row.getTimestamp("accepted_at").toInstant(),
                        row.getObject("ended_on", LocalDate.class)))
                .list();
    }

    /** Reports know long-term care by agencies, micro-enterprises among them, and by the council's own team. */
    private static String kind(String provider) {
        return ProviderKind.valueOf(provider) == ProviderKind.INHOUSE ? "INHOUSE" : "AGENCY";
    }

    /** The provider's placements for which these visits are news. */
    List<Key> earlier(UUID provider, Map<UUID, Instant> firstVisits) {
        List<UUID> ids = List.copyOf(firstVisits.keySet());
        Stream<Instant> visits = ids.stream().map(id -> Objects.requireNonNull(firstVisits.get(id)));
        return jdbc.sql("""
                select p.id, p.ref, p.care_package_id as care_package
                from unnest(cast(:ids as uuid[]), cast(:visits as timestamptz[])) as news (placement, visit)
                join placements.placement p on p.id = news.placement
                where p.provider_id = :provider and p.status <> 'REVOKED'
                  and (p.first_visit_at is null or news.visit < p.first_visit_at)""")
                .param("ids", texts(ids.stream()))
                .param("visits", texts(visits))
                .param("provider", provider)
                .query(Key.class)
                .list();
    }

    boolean allOwn(UUID provider, Collection<UUID> ids) {
        return jdbc.sql(
                                "select count(*) from placements.placement where provider_id = :provider and id = any (cast(:ids as uuid[]))")
                        .param("provider", provider)
                        .param("ids", texts(ids.stream()))
                        .query(Integer.class)
                        .single()
                == ids.size();
    }

    List<PlacementRef> ofPackage(PackageId carePackage) {
        return jdbc.sql(
                        "select ref from placements.placement where care_package_id = ? order by accepted_at desc, id desc")
                .param(carePackage.value())
                .query((row, n) -> new PlacementRef(row.getString(1)))
                .list();
    }

    Key key(PlacementRef ref) {
        return jdbc.sql("select id, ref, care_package_id as care_package from placements.placement where ref = ?")
                .param(ref.value())
                .query(Key.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static String[] texts(Stream<?> values) {
        return values.map(Object::toString).toArray(String[]::new);
    }
}
