package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.microenterprises.MicroEvents.MicroEnterpriseChecked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Due diligence and the quality framework, item by item. The latest check of an item stands; earlier ones are kept. */
@Service
class Checks {
    private static final String SELECT = """
            select item, outcome, evidence, checked_on, review_on, at, by_account, by_name
            from providers.\
            """;

    private final Shelf shelf;
    private final JdbcClient jdbc;

    Checks(Shelf shelf, JdbcClient jdbc) {
        this.shelf = shelf;
        this.jdbc = jdbc;
    }

    record Found(
            Check.Outcome outcome,
            String evidence,
            LocalDate on,
            @Nullable LocalDate review) {}

    @Transactional(readOnly = true)
    public Checklist of(Actor actor, MicroRef ref) {
        return checklist(shelf.find(actor, ref).id());
    }

    /** Every check of an item, the one that stands first. */
    @Transactional(readOnly = true)
    public List<Check> history(Actor actor, MicroRef ref, Item item) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        return jdbc.sql(SELECT + "micro_check where provider_id = ? and item = ? order by at desc, id desc")
                .params(shelf.find(actor, ref).id(), item.name())
                .query((row, n) -> check(row))
                .list();
    }

    @Transactional
    public void record(Actor actor, MicroRef ref, Item item, Found found) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        UUID id = shelf.find(actor, ref).id();
        MicroState state = shelf.hold(id);
        if (!state.checked()) throw new RuleBroken("microenterprises.error.notChecked", state.name());
        if (found.outcome() == Check.Outcome.NOT_NEEDED && !item.optional())
            throw new RuleBroken("microenterprises.error.needed");
        jdbc.sql("""
                insert into providers.micro_check
                    (id, provider_id, item, outcome, evidence, checked_on, review_on, at, by_account, by_name)
                values (:id, :provider, :item, :outcome, :evidence, :on, :review, :at, :account, :name)""")
                .param("id", Ids.next())
                .param("provider", id)
                .param("item", item.name())
                .param("outcome", found.outcome().name())
                .param("evidence", found.evidence())
                .param("on", found.on())
                .param("review", found.review())
                .param("at", Timestamp.from(shelf.now()))
                .param("account", actor.userId())
                .param("name", actor.name())
                .update();
        shelf.tell(new MicroEnterpriseChecked(
                actor,
                ref.value(),
                Map.of("item", item.name(), "outcome", found.outcome().name())));
    }

    Checklist checklist(UUID micro) {
        return Checklist.of(
                jdbc.sql(SELECT + "micro_check_standing where provider_id = ? order by item")
                        .param(micro)
                        .query((row, n) -> check(row))
                        .list(),
                shelf.today());
    }

    private static Check check(ResultSet row) throws SQLException {
        return new Check(
                Item.valueOf(row.getString("item")),
                Check.Outcome.valueOf(row.getString("outcome")),
                row.getString("evidence"),
                row.getObject("checked_on", LocalDate.class),
                row.getObject("review_on", LocalDate.class),
                row.getTimestamp("at").toInstant(),
                row.getObject("by_account", UUID.class),
                row.getString("by_name"));
    }
}
