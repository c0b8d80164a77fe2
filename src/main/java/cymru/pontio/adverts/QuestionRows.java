package cymru.pontio.adverts;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of questions and answers. */
@Repository
class QuestionRows {
    private static final String SELECT =
            "select id, question, asked_at, shown, answer, answered_at from adverts.question where advert_id = :advert ";
    private static final String MOST = " limit 200";

    private final JdbcClient jdbc;
    private final Accounts accounts;

    QuestionRows(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** @param shown the question as all see it; absent until it is answered */
    record Question(
            UUID id,
            String asked,
            Instant askedAt,
            @Nullable String shown,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    List<Question> answered(AdvertId advert) {
        return select(advert, "and answer is not null order by answered_at, id");
    }

    List<Question> waiting(AdvertId advert, UUID provider) {
        return jdbc.sql(SELECT + "and answer is null and provider_id = :provider order by asked_at, id" + MOST)
                .param("advert", advert.value())
                .param("provider", provider)
                .query((row, n) -> question(row))
                .list();
    }

    /** Those without an answer first. */
    List<Question> all(AdvertId advert) {
        return select(advert, "order by answered_at nulls first, asked_at, id");
    }

    /** False when the hour for questions has passed by the database's clock. */
    boolean ask(AdvertId advert, Actor by, String question) {
        return jdbc.sql("""
                insert into adverts.question (id, advert_id, provider_id, asked_by, asked_at, question)
                select :id, a.id, :provider, :by, clock_timestamp(), :question from adverts.advert a
                where a.id = :advert and a.status = 'OPEN' and a.questions_until > clock_timestamp()""")
                        .param("id", Ids.next())
                        .param("advert", advert.value())
                        .param("provider", by.organisation())
                        .param("by", by.userId())
                        .param("question", question)
                        .update()
                == 1;
    }

    /** False when it was answered already. */
    boolean answer(AdvertId advert, UUID id, Actor by, String shown, String answer) {
        return jdbc.sql("""
                update adverts.question set shown = :shown, answer = :answer, answered_by = :by, answered_at = clock_timestamp()
                where id = :id and advert_id = :advert and answer is null""")
                        .param("shown", shown)
                        .param("answer", answer)
                        .param("by", by.userId())
                        .param("id", id)
                        .param("advert", advert.value())
                        .update()
                == 1;
    }

    /** Who was faster, and when. */
    RuleBroken alreadyAnswered(AdvertId advert, UUID id) {
        return jdbc.sql("select answered_by, answered_at from adverts.question where id = :id and advert_id = :advert"
                        + " and answer is not null")
                .param("id", id)
                .param("advert", advert.value())
                .query((row, n) -> new RuleBroken(
                        "adverts.error.answered",
                        accounts.nameOf(row.getObject("answered_by", UUID.class)),
                        AdvertRows.instant(row, "answered_at")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private List<Question> select(AdvertId advert, String more) {
        return jdbc.sql(SELECT + more + MOST)
                .param("advert", advert.value())
                .query((row, n) -> question(row))
                .list();
    }

    private static Question question(ResultSet row) throws SQLException {
        return new Question(
                row.getObject("id", UUID.class),
                row.getString("question"),
                AdvertRows.instant(row, "asked_at"),
                row.getString("shown"),
                row.getString("answer"),
                row.getTimestamp("answered_at") == null ? null : AdvertRows.instant(row, "answered_at"));
    }
}
