package cymru.pontio.people;

import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of one's own team, in the order of their names. What is looked for is personal itself, so it is kept here
 * for a day and the page's address carries only the key of it.
 */
@Service
class PeopleList {
    static final int PAGE = 25;

    private final JdbcClient jdbc;

    PeopleList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param locality code */
    record Row(
            PersonRef ref,
            String name,
            LocalDate dateOfBirth,
            @Nullable String locality,
            Welsh welsh,
            boolean addressConfidential) {}

    /**
     * @param typed what was looked for, blank for everybody
     * @param next the last person on this page, if there are more
     */
    record Found(List<Row> rows, String typed, @Nullable PersonRef next) {}

    /**
     * @param search key of what was looked for
     * @param notAsked only those whose answer about care in Welsh is missing
     * @param after the last person on the page before
     */
    record Wish(
            @Nullable UUID search,
            boolean notAsked,
            @Nullable PersonRef after) {}

    /** Keeps what somebody looks for and gives the key of it. */
    @Transactional
    UUID lookFor(Actor actor, String typed) {
        team(actor);
        jdbc.sql("delete from people.search where made_at < clock_timestamp() - interval '1 day'")
                .update();
        UUID id = Ids.next();
        String text = Typed.line(typed);
        jdbc.sql("insert into people.search (id, account_id, typed) values (?, ?, ?)")
                .params(id, actor.userId(), text.substring(0, Math.min(100, text.length())))
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    Found page(Actor actor, Wish wish) {
        String typed = wish.search() == null ? "" : typed(actor, wish.search());
        List<LocalDate> born = TypedBirthday.days(typed);
        String nhsNumber = NhsNumber.typed(typed).map(NhsNumber::digits).orElse(null);
        List<Row> rows = jdbc.sql("""
                select p.ref, p.given_name || ' ' || p.family_name as name, p.date_of_birth, p.locality, p.welsh,
                       p.address_confidential
                from people.person p
                where p.team_id = :team
                  and (cast(:after as text) is null or (p.sort_name, p.id) >
                       (select a.sort_name, a.id from people.person a where a.ref = :after and a.team_id = :team))
                  and (not :notAsked or p.welsh = 'NOT_ASKED')
                  and (:typed = '' or p.nhs_number = :nhsNumber or p.date_of_birth = any(:born)
                       or people.plain(:typed) <> '' and p.search_name like all
                          (select '%' || word || '%' from unnest(string_to_array(people.plain(:typed), ' ')) word))
                order by p.sort_name, p.id limit :limit""")
                .param("team", team(actor))
                .param("after", wish.after() == null ? null : wish.after().value())
                .param("notAsked", wish.notAsked())
                .param("typed", typed)
                .param("nhsNumber", nhsNumber)
                .param("born", born.stream().map(java.sql.Date::valueOf).toArray(java.sql.Date[]::new))
                .param("limit", PAGE + 1)
                .query((row, n) -> row(row))
                .list();
        List<Row> shown = rows.subList(0, Math.min(PAGE, rows.size()));
        return new Found(shown, typed, rows.size() > PAGE ? shown.getLast().ref() : null);
    }

    /** How many of the team have not been asked whether they want their care in Welsh. */
    @Transactional(readOnly = true)
    long notAsked(Actor actor) {
        return jdbc.sql("select count(*) from people.person where team_id = ? and welsh = 'NOT_ASKED'")
                .param(team(actor))
                .query(Long.class)
                .single();
    }

    private String typed(Actor actor, UUID search) {
        return jdbc.sql("select typed from people.search where id = ? and account_id = ?")
                .params(search, actor.userId())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static UUID team(Actor actor) {
        actor.must(SOCIAL_WORKER, TEAM_MANAGER);
        if (actor.team() == null) throw new NotFound();
        return actor.team();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new PersonRef(row.getString("ref")),
                row.getString("name"),
                row.getObject("date_of_birth", LocalDate.class),
                row.getString("locality"),
                Welsh.valueOf(row.getString("welsh")),
                row.getBoolean("address_confidential"));
    }
}
