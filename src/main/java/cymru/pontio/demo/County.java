package cymru.pontio.demo;

import cymru.pontio.matching.Matching;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills a database with the county, in one transaction: whoever is killed half-way leaves nothing behind.
 *
 * @param hash of everybody's password
 * @param now where the story is cut
 * @param percent hears how far it is
 */
record County(DemoSize size, Matching matching, String hash, Instant now, IntConsumer percent) {
    private static final Logger log = LoggerFactory.getLogger(County.class);
    /** Visits are by far the most; so many of a hundred parts of the work are theirs. */
    private static final int VISITS_FROM = 10;

    private static final int VISITS_UNTIL = 75;

    /** @return whether it was built; not where anybody has set up an organisation before */
    boolean build(Connection database) throws SQLException, IOException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('demo.county'))");
            statement.execute("set local synchronous_commit = off");
            statement.execute("set local maintenance_work_mem = '256MB'");
            statement.execute("set local work_mem = '128MB'");
        }
        if (!isEmpty(database)) {
            database.rollback();
            return false;
        }
        fill(database);
        database.commit();
        settle(database);
        return true;
    }

    static boolean isEmpty(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select not exists (select from identity.organisation)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void fill(Connection database) throws SQLException, IOException {
        Watch watch = new Watch();
        List<Life> lives = lives();
        watch.lap("story");
        Scene scene = new Scene(new Rows(), new Cast(), new Envelopes(database), now.getEpochSecond());
        write(lives, scene);
        watch.lap("rows");
        scene.rows().copyInto(database);
        new AccreditationRows(database, now, hash).write();
        Totals.serviceOrders(database);
        RateRows.lines(database);
        percent.accept(VISITS_FROM);
        watch.lap("people to placements");
        int until = lastKnownDay();
        long visits = new VisitLoad(database)
                .load(lives, scene.cast(), until, scene.now(), month -> visitsMade(month, until));
        percent.accept(VISITS_UNTIL + 10);
        watch.lap("visits");
        Totals.delivered(database);
        try (var statement = database.createStatement()) {
            statement.execute("insert into demo.county (size) values ('" + size + "')");
        }
        watch.lap("delivered");
        Moments moments = Moments.of(database, now, "VAR", "ENB");
        AwayRows.write(moments);
        ReadingRows.write(moments);
        VariationRows.write(moments);
        FlexibleRows.write(moments);
        EnablementRows.write(moments);
        watch.lap("changes");
        RotaRows.write(database, now);
        watch.lap("rotas");
        TransferRows.write(moments);
        percent.accept(95);
        log.info("county: {} people, {} visits; milliseconds: {}", lives.size(), visits, watch);
    }

    /** The story to two months after today, because what happens then is prepared today. */
    List<Life> lives() {
        Plot plot = new Plot(size);
        int thisMonth = At.month((int) (now.getEpochSecond() / 86_400));
        List<Life> lives = Story.told(plot, Math.max(thisMonth, Plot.LAST) + 2);
        new Calibration(plot, lives).run();
        return lives;
    }

    private void write(List<Life> lives, Scene scene) {
        scene.cast().write(scene.rows(), hash);
        new PledgeRows(scene).write();
        new WorkforceRows(scene).write();
        List<Course> courses = new ArrayList<>(lives.stream()
                .map(Course::new)
                .filter(course -> scene.past(course.submittedAt - 86_400))
                .toList());
        new StandingRows(scene).write();
        Today today = new Today(scene);
        today.arrange(courses);
        courses.addAll(today.unapproved());
        PersonRows people = new PersonRows(scene.rows(), scene.cast());
        PackageRows packages = new PackageRows(scene);
        Market market = new Market(scene, matching);
        BridgingRows bridging = new BridgingRows(scene);
        for (Course course : courses) {
            people.write(course.life);
            packages.write(course);
            market.write(course);
            bridging.write(course);
        }
        bridging.weeks(new Plot(size));
        new WeightRows(scene).write();
        new AllocationRows(scene).write();
        RateRows.write(scene);
        new MicroRows(scene, hash).write();
        new CapacityRows(scene).write();
    }

    /** Yesterday, or the day before if yesterday's records have not come in yet. */
    private int lastKnownDay() {
        int today = (int) (now.getEpochSecond() / 86_400);
        return At.moment(today, VisitRows.RECORDED) <= now.getEpochSecond() ? today - 1 : today - 2;
    }

    private void visitsMade(int month, int until) {
        percent.accept(VISITS_FROM + (VISITS_UNTIL - VISITS_FROM) * (month + 1) / (At.month(until) + 1));
    }

    private void settle(Connection database) throws SQLException {
        database.setAutoCommit(true);
        Watch watch = new Watch();
        try (var statement = database.createStatement()) {
            for (Table table : Table.values()) statement.execute("vacuum analyze " + table.table);
            statement.execute("vacuum analyze visits.delivered, visits.delivered_area, visits.standing");
        }
        watch.lap("analyse");
        log.info("county: {}", watch);
        percent.accept(100);
    }
}
