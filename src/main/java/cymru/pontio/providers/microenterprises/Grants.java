package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.microenterprises.MicroEvents.GrantMoved;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Start-up grants from application to payment. */
@Service
class Grants {
    private static final String SELECT = """
            select g.*, p.ref, p.name from providers.micro_grant g join providers.provider p on p.id = g.provider_id\s""";

    private final Shelf shelf;
    private final JdbcClient jdbc;

    Grants(Shelf shelf, JdbcClient jdbc) {
        this.shelf = shelf;
        this.jdbc = jdbc;
    }

    /** @param from first year of the financial year: 2026 is 1 April 2026 to 31 March 2027 */
    record Year(int from, int grants, Money paid) {}

    @Transactional(readOnly = true)
    public List<Grant> of(Actor actor, MicroRef ref) {
        return list("where g.provider_id = ?", shelf.find(actor, ref).id());
    }

    @Transactional(readOnly = true)
    public List<Grant> all(Actor actor) {
        mustRead(actor);
        return list("");
    }

    /** What was paid, by the financial year of the payment, the latest first. */
    @Transactional(readOnly = true)
    public List<Year> years(Actor actor) {
        mustRead(actor);
        return jdbc.sql("""
                select extract(year from paid_on - interval '3 months')::int as year, count(*)::int as grants, sum(amount) as paid
                from providers.micro_grant where status = 'PAID' group by 1 order by 1 desc""")
                .query((row, n) -> new Year(row.getInt(1), row.getInt(2), new Money(row.getBigDecimal(3))))
                .list();
    }

    @Transactional(readOnly = true)
    public Grant view(Actor actor, UUID id) {
        mustRead(actor);
        return find(id);
    }

    /** By the council, for somebody who asked. */
    @Transactional
    public UUID apply(Actor actor, MicroRef ref, Money amount, Grant.Purpose purpose, String detail) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        return apply(actor, shelf.find(actor, ref).id(), amount, purpose, detail, false);
    }

    /** Nobody writes an application that cannot be sent. */
    @Transactional(readOnly = true)
    public void mayApplyOwn(Actor actor) {
        mustNotWait(shelf.own(actor).id());
    }

    /** By the micro-enterprise itself; a second time only once the first was answered. */
    @Transactional
    public UUID applyOwn(Actor actor, Money amount, Grant.Purpose purpose, String detail) {
        UUID micro = shelf.own(actor).id();
        shelf.hold(micro);
        mustNotWait(micro);
        return apply(actor, micro, amount, purpose, detail, true);
    }

    private void mustNotWait(UUID micro) {
        boolean waits = jdbc.sql("""
                        select exists (select from providers.micro_grant
                            where provider_id = ? and by_itself and status = 'APPLIED')""").param(micro).query(Boolean.class).single();
        if (waits) throw new RuleBroken("microenterprises.error.grantWaits");
    }

    private UUID apply(Actor actor, UUID micro, Money amount, Grant.Purpose purpose, String detail, boolean byItself) {
        if (shelf.hold(micro) == MicroState.ENDED) throw new RuleBroken("microenterprises.error.ended");
        UUID id = Ids.next();
        jdbc.sql("""
                insert into providers.micro_grant
                    (id, provider_id, amount, purpose, detail, status, applied_by, applied_by_name, applied_at, by_itself)
                values (:id, :micro, :amount, :purpose, :detail, 'APPLIED', :account, :name, :at, :own)""")
                .param("own", byItself)
                .param("id", id)
                .param("micro", micro)
                .param("amount", amount.pounds())
                .param("purpose", purpose.name())
                .param("detail", detail)
                .param("account", actor.userId())
                .param("name", actor.name())
                .param("at", Timestamp.from(shelf.now()))
                .update();
        tell(actor, find(id));
        return id;
    }

    /** A commissioner who did not record the application answers it, once. */
    @Transactional
    public void decide(Actor actor, UUID id, boolean yes, String reason, String conditions) {
        actor.must(Role.COMMISSIONER);
        hold(id).mustBeDecidable(actor);
        jdbc.sql("""
                update providers.micro_grant set status = :status, decided_by = :account, decided_by_name = :name,
                    decided_at = :at, reason = :reason, conditions = :conditions where id = :id""")
                .param("status", yes ? "APPROVED" : "REFUSED")
                .param("account", actor.userId())
                .param("name", actor.name())
                .param("at", Timestamp.from(shelf.now()))
                .param("reason", reason)
                .param("conditions", yes ? conditions : "")
                .param("id", id)
                .update();
        tell(actor, find(id));
    }

    /** By somebody who did not approve it, under the reference of the council's finance system. */
    @Transactional
    public void paid(Actor actor, UUID id, LocalDate day, String reference) {
        actor.must(Role.FINANCE, Role.DP_ADVISER);
        Grant grant = hold(id);
        grant.mustBePayable(actor);
        LocalDate decided = grant.decidedOn();
        if (decided != null && day.isBefore(decided)) throw new RuleBroken("microenterprises.error.paidEarly", decided);
        jdbc.sql("""
                update providers.micro_grant set status = 'PAID', paid_on = :day, payment_ref = :reference, paid_by = :account,
                    paid_by_name = :name, paid_at = :at where id = :id""")
                .param("day", day)
                .param("reference", reference)
                .param("account", actor.userId())
                .param("name", actor.name())
                .param("at", Timestamp.from(shelf.now()))
                .param("id", id)
                .update();
        tell(actor, find(id));
    }

    private static void mustRead(Actor actor) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER, Role.FINANCE);
    }

    LocalDate today() {
        return shelf.today();
    }

    long count(GrantStatus status) {
        return jdbc.sql("select count(*) from providers.micro_grant where status = ?")
                .param(status.name())
                .query(Long.class)
                .single();
    }

    private Grant hold(UUID id) {
        return find(jdbc.sql("select id from providers.micro_grant where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new));
    }

    private Grant find(UUID id) {
        return list("where g.id = ?", id).stream().findFirst().orElseThrow(NotFound::new);
    }

    private List<Grant> list(String where, Object... params) {
        return jdbc.sql(SELECT + where + " order by g.applied_at desc, g.id desc")
                .params(List.of(params))
                .query((row, n) -> grant(row))
                .list();
    }

    private void tell(Actor actor, Grant grant) {
        shelf.tell(new GrantMoved(
                actor,
                grant.microRef(),
                Map.of(
                        "grant", grant.id().toString(),
                        "status", grant.status().name(),
                        "amount", grant.amount().toString())));
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                row.getObject("provider_id", UUID.class),
                row.getString("ref"),
                row.getString("name"),
                new Money(row.getBigDecimal("amount")),
                Grant.Purpose.valueOf(row.getString("purpose")),
                row.getString("detail"),
                GrantStatus.valueOf(row.getString("status")),
                row.getObject("applied_by", UUID.class),
                row.getString("applied_by_name"),
                row.getTimestamp("applied_at").toInstant(),
                row.getObject("decided_by", UUID.class),
                row.getString("decided_by_name"),
                instant(row.getTimestamp("decided_at")),
                row.getString("conditions"),
                row.getString("reason"),
                row.getObject("paid_on", LocalDate.class),
                row.getString("payment_ref"),
                row.getString("paid_by_name"),
                instant(row.getTimestamp("paid_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
