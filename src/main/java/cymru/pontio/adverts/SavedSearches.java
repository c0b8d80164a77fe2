package cymru.pontio.adverts;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people who work for providers look for, ten searches each at most. */
@Service
class SavedSearches {
    static final int MOST = 10;

    private final JdbcClient jdbc;

    SavedSearches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Saved(int number, OpportunityFilter filter) {}

    /** Another person's is not there. */
    @Transactional(readOnly = true)
    public OpportunityFilter one(Actor actor, int number) {
        return of(actor).stream()
                .filter(one -> one.number() == number)
                .map(Saved::filter)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<Saved> of(Actor actor) {
        return jdbc.sql("select * from adverts.saved_search where account_id = ? order by number")
                .param(actor.userId())
                .query((row, n) -> new Saved(
                        row.getInt("number"),
                        new OpportunityFilter(
                                row.getString("area"),
                                row.getString("band"),
                                row.getString("two_workers"),
                                row.getString("welsh"))))
                .list();
    }

    /** Under the smallest free number; of two tabs that save at once the second is told. */
    @Transactional
    public void save(Actor actor, OpportunityFilter filter) {
        may(actor, filter);
        List<Saved> before = of(actor);
        if (before.stream().anyMatch(one -> one.filter().equals(filter))) return;
        if (before.size() >= MOST) throw new RuleBroken("adverts.error.searchesFull", MOST);
        Set<Integer> taken = new HashSet<>();
        before.forEach(one -> taken.add(one.number()));
        int free = 1;
        while (taken.contains(free)) free++;
        try {
            jdbc.sql("""
                    insert into adverts.saved_search (account_id, number, area, band, two_workers, welsh, saved_at)
                    values (:account, :number, :area, :band, :two, :welsh, clock_timestamp())""")
                    .param("account", actor.userId())
                    .param("number", free)
                    .param("area", filter.area())
                    .param("band", filter.band())
                    .param("two", filter.twoWorkers())
                    .param("welsh", filter.welsh())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new RuleBroken("adverts.error.searchMeanwhile");
        }
    }

    /**
     * The same search for something else, under the number it has.
     *
     * @return false, and nothing done, if the person has saved that already
     */
    @Transactional
    public boolean change(Actor actor, int number, OpportunityFilter filter) {
        may(actor, filter);
        one(actor, number);
        if (of(actor).stream()
                .anyMatch(one -> one.number() != number && one.filter().equals(filter))) return false;
        try {
            int changed = jdbc.sql("""
                    update adverts.saved_search set area = :area, band = :band, two_workers = :two, welsh = :welsh,
                        saved_at = clock_timestamp()
                    where account_id = :account and number = :number""")
                    .param("account", actor.userId())
                    .param("number", number)
                    .param("area", filter.area())
                    .param("band", filter.band())
                    .param("two", filter.twoWorkers())
                    .param("welsh", filter.welsh())
                    .update();
            if (changed == 0) throw new NotFound();
            return true;
        } catch (DuplicateKeyException e) {
            throw new RuleBroken("adverts.error.searchMeanwhile");
        }
    }

    @Transactional
    public void remove(Actor actor, int number) {
        int removed = jdbc.sql("delete from adverts.saved_search where account_id = ? and number = ?")
                .params(actor.userId(), number)
                .update();
        if (removed == 0) throw new NotFound();
    }

    private static void may(Actor actor, OpportunityFilter filter) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        if (!filter.asks()) throw new RuleBroken("adverts.error.searchEmpty");
    }

    /**
     * For each of these rounds the accounts that have saved searches of which none fits it. Whoever is asked first while
     * nobody else sees a round is never among them.
     */
    @Transactional(readOnly = true)
    public Map<UUID, Set<UUID>> without(Collection<UUID> adverts) {
        Map<UUID, Set<UUID>> without = new HashMap<>();
        jdbc.sql("""
                select a.id, s.account_id
                from adverts.advert a cross join adverts.saved_search s
                where a.id = any (:adverts) and not exists (select from adverts.held h where h.advert_id = a.id)
                group by a.id, s.account_id
                having not bool_or((s.area = '' or s.area = a.locality) and (s.welsh = '' or s.welsh = a.welsh)
                    and (s.band = '' or exists (select from adverts.advert_line i where i.advert_id = a.id and i.band = s.band))
                    and (s.two_workers = '' or (s.two_workers = 'yes')
                        = exists (select from adverts.advert_line i where i.advert_id = a.id and i.workers = 2)))""").param("adverts", adverts.toArray(UUID[]::new)).query(row -> {
            without.computeIfAbsent(row.getObject("id", UUID.class), id -> new HashSet<>())
                    .add(row.getObject("account_id", UUID.class));
        });
        return without;
    }
}
