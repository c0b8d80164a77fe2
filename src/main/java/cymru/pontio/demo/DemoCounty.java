package cymru.pontio.demo;

import cymru.pontio.matching.Matching;
import jakarta.annotation.PostConstruct;
import java.sql.Connection;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Builds the demonstration county beside the web server when the database has no organisation, and knows how far it is.
 * {@code pontio.demo.size} is {@code county}, {@code small} or {@code off}.
 */
@Component
@DependsOnDatabaseInitialization
class DemoCounty {
    static final String PASSWORD = "pontio-demo";

    private static final Logger log = LoggerFactory.getLogger(DemoCounty.class);

    enum State {
        /** Nothing to build, or built. */
        READY,
        BUILDING,
        FAILED
    }

    private final DemoSize size;
    private final DataSource database;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private volatile State state;
    private volatile boolean demonstration;
    private volatile int percent;

    DemoCounty(
            @Value("${pontio.demo.size:county}") DemoSize size,
            DataSource database,
            PasswordEncoder passwords,
            Clock clock) {
        this.size = size;
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
        JdbcClient jdbc = JdbcClient.create(database);
        boolean organised = jdbc.sql("select exists (select from identity.organisation)")
                .query(Boolean.class)
                .single();
        this.demonstration = jdbc.sql("select exists (select from demo.county)")
                .query(Boolean.class)
                .single();
        this.state = size == DemoSize.OFF || organised ? State.READY : State.BUILDING;
    }

    State state() {
        return state;
    }

    int percent() {
        return percent;
    }

    /** Whether this database holds the demonstration county, so that its accounts may be offered. */
    boolean demonstration() {
        return demonstration && size != DemoSize.OFF;
    }

    /** While the application is still starting: the county needs the tables only. */
    @PostConstruct
    void start() {
        if (state == State.BUILDING) Thread.ofPlatform().name("county").daemon().start(this::build);
    }

    private void build() {
        long began = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            County county = new County(
                    size, Matching.withoutPledge(), passwords.encode(PASSWORD), clock.instant(), this::reached);
            demonstration = county.build(connection);
            state = State.READY;
            log.info("county: ready after {} s", (System.nanoTime() - began) / 1_000_000_000.0);
        } catch (Exception e) {
            state = State.FAILED;
            log.error("The demonstration county could not be built; pontio.demo.size=off starts without it", e);
        }
    }

    private void reached(int now) {
        if (now / 10 > percent / 10) log.info("county {} %", now);
        percent = now;
    }
}
