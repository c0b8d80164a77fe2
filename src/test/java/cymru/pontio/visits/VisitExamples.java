package cymru.pontio.visits;

import cymru.pontio.adverts.allocation.DirectReason;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.AwardRef;
import cymru.pontio.placements.Awards;
import cymru.pontio.placements.DirectAwards;
import cymru.pontio.placements.Offers;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.support.County;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Placements accepted some time ago, and files of visits under them. */
@Component
@Lazy
public class VisitExamples {
    static final LocalDate ACCEPTED = LocalDate.of(2024, 1, 1);

    private final PackageExamples packages;
    private final DirectAwards direct;
    private final Awards awards;
    private final Offers offers;
    private final JdbcClient jdbc;

    VisitExamples(PackageExamples packages, DirectAwards direct, Awards awards, Offers offers, JdbcClient jdbc) {
        this.packages = packages;
        this.direct = direct;
        this.awards = awards;
        this.offers = offers;
        this.jdbc = jdbc;
    }

    /** A package whose care the provider accepted on {@link #ACCEPTED}. */
    public PackageFacts placed(County county, Actor provider) {
        PackageFacts facts = packages.approved(county, "newtown");
        DirectAwards.Terms terms = new DirectAwards.Terms(
                provider.organisation(),
                Money.of("24.00"),
                facts.startEarliest(),
                DirectReason.PERSONS_CHOICE,
                "The person asked for them.");
        AwardRef award = direct.propose(county.broker(), facts.ref(), terms);
        awards.approve(county.commissioner(), award);
        PlacementRef placement = PlacementExamples.accept(offers, provider, award);
        jdbc.sql("update placements.placement set accepted_at = ? where ref = ?")
                .params(Timestamp.from(Zone.startOf(ACCEPTED)), placement.value())
                .update();
        return facts;
    }

    /** A call of every night on top of what the placement delivers: half an hour that begins between two times. */
    public UUID night(PackageRef ref, @Nullable String from, @Nullable String until, boolean critical) {
        UUID line = Ids.next();
        jdbc.sql("""
                with line as (
                    insert into carepackages.call_line (id, care_package_id, position, days, band, window_from, window_to, minutes,
                        workers, time_critical, time_critical_reason, tier, worker_gender, tasks)
                    select :id, p.id, 9, '1234567', 'NIGHT', cast(:from as time), cast(:until as time), 30, 1, :critical,
                        case when :critical then 'Turned in time' end, 'DAILY_ESSENTIAL', 'ANY', 'Turning'
                    from carepackages.care_package p where p.ref = :ref returning id, care_package_id)
                insert into placements.placement_line (placement_id, call_line_id)
                select p.id, line.id from line join placements.placement p on p.care_package_id = line.care_package_id""")
                .param("id", line)
                .param("from", from)
                .param("until", until)
                .param("critical", critical)
                .param("ref", ref.value())
                .update();
        return line;
    }

    /** The provider has not had the package since that day. */
    public void end(PackageFacts facts, LocalDate day) {
        jdbc.sql("update placements.placement set ended_on = ? where care_package_id = ?")
                .params(day, facts.id().value())
                .update();
    }

    public static ByteArrayResource file(String... rows) {
        return file(List.of(rows));
    }

    public static ByteArrayResource file(List<String> rows) {
        return new ByteArrayResource(
                (Field.HEADER + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Half an hour in the morning, as planned. */
    static String delivered(String visitId, PackageFacts facts, LocalDate day) {
        return visitId + "," + facts.ref() + "," + day + ",08:00,08:30,08:02,08:32,1,DELIVERED,W7,";
    }

    /** The state of an import once nothing goes on behind the page. */
    public static ImportStatus settled(Supplier<ImportView> asked) {
        for (int i = 0; i < 600 && asked.get().working(); i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return asked.get().status();
    }
}
