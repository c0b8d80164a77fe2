package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes workers with their courses, patches and offers. Who may is for the doors to say. */
@Component
class WorkerStore {
    private final JdbcClient jdbc;

    WorkerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their numbers, also those who have left. */
    List<Worker> of(UUID provider) {
        return workers("provider_id = :key", provider);
    }

    /** All providers’ workers who have not left before the day, by provider. */
    Map<UUID, List<Worker>> all(LocalDate day) {
        Map<UUID, List<Worker>> found = new HashMap<>();
        workers("(left_on is null or left_on >= :key)", day)
                .forEach(worker -> found.computeIfAbsent(worker.provider(), key -> new ArrayList<>())
                        .add(worker));
        return found;
    }

    Optional<Worker> find(UUID provider, UUID id) {
        return of(provider).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** One writer at a time for a provider, so that a file and a form do not undo each other. */
    void lock(UUID provider) {
        jdbc.sql("select id from providers.provider where id = ? for no key update")
                .param(provider)
                .query(UUID.class)
                .single();
    }

    UUID insert(Actor actor, WorkerTerms terms, Standard standard) {
        UUID id = Ids.next();
        bound("""
                insert into providers.worker (id, provider_id, own_ref, contract, contract_since, started_on, left_on, registered_on,
                    qualified_on, dbs_on, welsh_level, gender, changed_by, changed_at)
                values (:id, :provider, :ref, :contract, :since, :started, :left, :registered, :qualified, :dbs, :welsh,
                    nullif(:gender, 'NOT_STATED'), :by,
                    clock_timestamp())""", id, actor, terms).param("provider", actor.organisation()).update();
        parts(id, terms, standard);
        return id;
    }

    void update(Actor actor, UUID id, WorkerTerms terms, Standard standard) {
        bound("""
                update providers.worker set own_ref = :ref, contract = :contract, contract_since = :since, started_on = :started,
                    left_on = :left, registered_on = :registered, qualified_on = :qualified, dbs_on = :dbs,
                    welsh_level = :welsh,
                    gender = case when :gender is null then gender else nullif(:gender, 'NOT_STATED') end, changed_by = :by, changed_at = clock_timestamp(), version = version + 1
                where id = :id""", id, actor, terms).update();
        parts(id, terms, standard);
    }

    void offer(Actor actor, UUID worker, Worker.Offer offer) {
        jdbc.sql("""
                insert into providers.worker_offer (worker_id, offered_on, choice, by_account, at)
                values (?, ?, ?, ?, clock_timestamp())""")
                .params(worker, offer.on(), offer.choice().name(), actor.userId())
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, UUID id, Actor actor, WorkerTerms terms) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("ref", terms.ref())
                .param("contract", terms.contract().name())
                .param("since", terms.contractSince())
                .param("started", terms.started())
                .param("left", terms.left())
                .param("registered", terms.registered())
                .param("qualified", terms.qualified())
                .param("dbs", terms.dbs())
                .param("welsh", terms.welsh())
                .param("gender", terms.gender() == null ? null : terms.gender().name(), Types.VARCHAR)
                .param("by", actor.userId());
    }

    private void parts(UUID id, WorkerTerms terms, Standard standard) {
        jdbc.sql("delete from providers.worker_patch where worker_id = ?")
                .param(id)
                .update();
        for (String patch : terms.patches())
            jdbc.sql("insert into providers.worker_patch (worker_id, locality) values (?, ?)")
                    .params(id, patch)
                    .update();
        for (Course course : standard.courses())
            training(id, course, Optional.ofNullable(terms.training().get(course.code())));
    }

    /** What is said to be later than it was had been a slip; what was done earlier stays. */
    private void training(UUID id, Course course, Optional<LocalDate> on) {
        jdbc.sql("""
                delete from providers.worker_training where worker_id = :id and course = :course
                    and (cast(:on as date) is null or done_on > :on)""")
                .param("id", id)
                .param("course", course.code())
                .param("on", on.orElse(null))
                .update();
        if (on.isEmpty()) return;
        jdbc.sql("""
                insert into providers.worker_training (worker_id, course, done_on, expires_on) values (:id, :course, :on, :expires)
                on conflict do nothing""")
                .param("id", id)
                .param("course", course.code())
                .param("on", on.get())
                .param("expires", course.expiry(on.get()))
                .update();
    }

    private List<Worker> workers(String where, Object key) {
        Map<UUID, List<Worker.Done>> training = new HashMap<>();
        jdbc.sql("""
                select distinct on (t.worker_id, t.course) t.* from providers.worker_training t
                join providers.worker w on w.id = t.worker_id where\s""" + where + " order by t.worker_id, t.course, t.done_on desc")
                .param("key", key)
                .query(row -> {
                    training.computeIfAbsent(row.getObject("worker_id", UUID.class), id -> new ArrayList<>())
                            .add(new Worker.Done(
                                    row.getString("course"),
                                    row.getObject("done_on", LocalDate.class),
                                    row.getObject("expires_on", LocalDate.class)));
                });
        Map<UUID, List<Worker.Offer>> offers = new HashMap<>();
        jdbc.sql("""
                select o.* from providers.worker_offer o join providers.worker w on w.id = o.worker_id where\s""" + where + " order by o.offered_on desc").param("key", key).query(row -> {
            offers.computeIfAbsent(row.getObject("worker_id", UUID.class), id -> new ArrayList<>())
                    .add(new Worker.Offer(
                            row.getObject("offered_on", LocalDate.class),
                            OfferChoice.valueOf(row.getString("choice"))));
        });
        return jdbc.sql("""
                select w.*, array(select t.locality from providers.worker_patch t where t.worker_id = w.id order by 1) as patches
                from providers.worker w where\s""" + where + " order by w.provider_id, w.own_ref")
                .param("key", key)
                .query((row, n) -> worker(row, training, offers))
                .list();
    }

    private static Worker worker(
            ResultSet row, Map<UUID, List<Worker.Done>> training, Map<UUID, List<Worker.Offer>> offers)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Worker(
                id,
                row.getObject("provider_id", UUID.class),
                row.getString("own_ref"),
                Contract.valueOf(row.getString("contract")),
                row.getObject("contract_since", LocalDate.class),
                row.getObject("started_on", LocalDate.class),
                row.getObject("left_on", LocalDate.class),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("qualified_on", LocalDate.class),
                row.getObject("dbs_on", LocalDate.class),
                row.getInt("welsh_level"),
                row.getString("gender") == null ? Gender.NOT_STATED : Gender.valueOf(row.getString("gender")),
                row.getInt("version"),
                List.of((String[]) row.getArray("patches").getArray()),
                training.getOrDefault(id, List.of()),
                offers.getOrDefault(id, List.of()));
    }
}
