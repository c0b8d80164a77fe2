package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Providers and the pledge: each sees itself, the council sees all. */
@Service
public class Signatories {
    private final JdbcClient jdbc;
    private final Providers providers;
    private final AttestationShelf attestations;
    private final PledgeHoldings holdings;
    private final Pledge pledge;

    Signatories(
            JdbcClient jdbc,
            Providers providers,
            AttestationShelf attestations,
            PledgeHoldings holdings,
            Pledge pledge) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.attestations = attestations;
        this.holdings = holdings;
        this.pledge = pledge;
    }

    /**
     * A line of the council’s list.
     *
     * @param until the last day of the level, by what is accepted
     * @param waiting attestations that wait for a commissioner
     * @param withdrawnOn day of the last withdrawal, if no level is held since
     */
    record Row(
            UUID id,
            String ref,
            String name,
            @Nullable Level level,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable Level after,
            int waiting,
            @Nullable LocalDate withdrawnOn) {}

    @Transactional(readOnly = true)
    Signatory own(Actor actor) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR);
        return of(providers.view(actor.organisation()));
    }

    @Transactional(readOnly = true)
    Signatory view(Actor actor, String ref) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return of(providers.byRef(ref));
    }

    /** The highest level first, then by name. Agencies are all in it, others once they have attested anything. */
    @Transactional(readOnly = true)
    List<Row> all(Actor actor, @Nullable Level only) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return jdbc.sql("""
                select p.id, p.ref, p.name, h.level, lower(h.during) as since, upper(h.during) - 1 as until,
                    (select n.level from providers.pledge_holding n
                        where n.provider_id = p.id and lower(n.during) = upper(h.during)) as after,
                    (select count(*) from providers.pledge_attestation a
                        where a.provider_id = p.id and a.status = 'WAITING') as waiting,
                    case when h.level is null then (select max(w.from_on) from providers.pledge_withdrawal w
                        where w.provider_id = p.id and w.from_on <= :today) end as withdrawn_on
                from providers.provider p
                left join providers.pledge_holding h on h.provider_id = p.id and h.during @> cast(:today as date)
                where (p.kind = 'AGENCY' or exists (select from providers.pledge_attestation a where a.provider_id = p.id))
                    and (cast(:only as text) is null or h.level = :only)
                order by array_position(array['GOLD', 'SILVER', 'BRONZE'], h.level), p.name, p.id""")
                .param("today", pledge.today())
                .param("only", only == null ? null : only.name())
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("ref"),
                        row.getString("name"),
                        level(row.getString("level")),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        level(row.getString("after")),
                        row.getInt("waiting"),
                        row.getObject("withdrawn_on", LocalDate.class)))
                .list();
    }

    /** For whoever may see the provider: the caller has asked. */
    @Transactional(readOnly = true)
    Signatory of(ProviderView provider) {
        return new Signatory(
                provider.id(),
                provider.ref(),
                provider.name(),
                pledge.inForce(),
                attestations.of(provider.id()),
                holdings.of(provider.id()),
                withdrawals(provider.id()),
                pledge.today());
    }

    private List<Signatory.Withdrawn> withdrawals(UUID provider) {
        return jdbc.sql("select * from providers.pledge_withdrawal where provider_id = ? order by at desc, id desc")
                .param(provider)
                .query((row, n) -> new Signatory.Withdrawn(
                        Level.valueOf(row.getString("level")),
                        row.getObject("from_on", LocalDate.class),
                        WithdrawalReason.valueOf(row.getString("reason")),
                        row.getString("note"),
                        row.getString("by_name"),
                        VersionShelf.instant(row, "at").orElseThrow()))
                .list();
    }

    private static @Nullable Level level(@Nullable String name) {
        return name == null ? null : Level.valueOf(name);
    }
}
