package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All providers by where they stand, whoever runs out first before the others. The council’s own team does not apply. */
@Service
class Register {
    static final int PAGE = 50;

    private final JdbcClient jdbc;

    Register(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param state only these; otherwise all who have ever applied
     * @param mine only where this person is wanted as the second
     * @param after only those after this one
     */
    record Filter(
            @Nullable AccreditationState state,
            boolean mine,
            @Nullable String after,
            int limit) {}

    /**
     * @param until last day for new work
     * @param toReview files nobody has looked at
     */
    record Row(
            String ref,
            String name,
            ProviderKind kind,
            AccreditationState state,
            List<Lot> lots,
            @Nullable Integer tier,
            @Nullable LocalDate until,
            int toReview,
            int questions,
            boolean proposed) {}

    @Transactional(readOnly = true)
    public List<Row> rows(Actor actor, Filter filter) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        AccreditationState state = filter.state();
        return jdbc.sql("""
                select p.ref, p.name, p.kind, a.state, a.lots, a.tier, p.accredited_until,
                    (select count(*) from providers.evidence e where e.provider_id = p.id and e.about is null and e.review = 'WAITING'
                        and e.scan <> 'INFECTED') as to_review,
                    (select count(*) from providers.accreditation_query q where q.provider_id = p.id and q.answer is null) as questions,
                    exists (select from providers.accreditation_proposal r where r.provider_id = p.id and r.outcome is null) as proposed
                from providers.provider p join providers.accreditation a on a.provider_id = p.id
                where p.kind <> 'INHOUSE'
                  and (cast(:state as text) is null and (a.state <> 'DRAFT' or :mine) or a.state = :state)
                  and (not :mine or exists (select from providers.accreditation_proposal r
                        where r.provider_id = p.id and r.outcome is null and r.proposed_by <> :account))
                  and (cast(:after as text) is null or (coalesce(p.accredited_until, 'infinity'), p.name, p.id) >
                      (select coalesce(last.accredited_until, 'infinity'), last.name, last.id
                       from providers.provider last where last.ref = :after))
                order by coalesce(p.accredited_until, 'infinity'), p.name, p.id limit :limit""")
                .param("state", state == null ? null : state.name())
                .param("mine", filter.mine())
                .param("account", actor.userId())
                .param("after", filter.after())
                .param("limit", filter.limit())
                .query((row, n) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("ref"),
                row.getString("name"),
                ProviderKind.valueOf(row.getString("kind")),
                AccreditationState.valueOf(row.getString("state")),
                Accreditations.lots(row.getArray("lots").getArray()),
                row.getObject("tier", Integer.class),
                row.getObject("accredited_until", LocalDate.class),
                row.getInt("to_review"),
                row.getInt("questions"),
                row.getBoolean("proposed"));
    }
}
