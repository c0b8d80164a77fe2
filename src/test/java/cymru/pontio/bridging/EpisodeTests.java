package cymru.pontio.bridging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EpisodeTests {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final LocalDate TODAY = START.plusDays(20);
    private static final Instant NOW = Instant.parse("2026-03-22T10:00:00Z");
    private static final Actor WHO =
            new Actor(Ids.next(), "Somebody", Ids.next(), "Council", null, Set.of(Role.INHOUSE_COORDINATOR), null);

    @ParameterizedTest
    @EnumSource(PackageStatus.class)
    void isAskedForOnlyWhileThePackageWaits(PackageStatus status) {
        if (status.waiting()) assertThat(requested(status).view().status()).isEqualTo(EpisodeStatus.REQUESTED);
        else
            assertThatThrownBy(() -> requested(status))
                    .isInstanceOf(RuleBroken.class)
                    .hasMessage("bridging.error.notWaiting");
    }

    @Test
    void isAnsweredOnce() {
        Episode refused = requested(PackageStatus.APPROVED);
        refused.refuse(WHO, RefusalReason.CAPACITY, NOW);
        assertThatThrownBy(() -> refused.accept(WHO, terms(), NOW)).hasMessage("bridging.error.answered");
        assertThatThrownBy(() -> active().refuse(WHO, RefusalReason.CAPACITY, NOW))
                .hasMessage("bridging.error.answered");
    }

    @Test
    void isReviewedEveryFourteenDays() {
        Episode episode = active();
        assertThat(episode.view().reviewOn()).isEqualTo(START.plusDays(14));
        assertThat(episode.view().overdue(TODAY)).isTrue();
        episode.review(TODAY, TODAY.plusDays(30));
        assertThat(episode.view().reviewOn()).isEqualTo(TODAY.plusDays(14));
        assertThat(episode.view().overdue(TODAY)).isFalse();
    }

    @Test
    void doesNotEndWithAgencyStartedBeforeTheAgencysFirstVisit() {
        assertThatThrownBy(() -> end(TODAY, EndReason.AGENCY_STARTED, null))
                .hasMessage("bridging.error.agencyNotStarted");
        assertThatThrownBy(() -> end(TODAY.minusDays(1), EndReason.AGENCY_STARTED, TODAY))
                .hasMessage("bridging.error.agencyNotStarted");
        assertThat(end(TODAY, EndReason.AGENCY_STARTED, TODAY).endReason()).isEqualTo(EndReason.AGENCY_STARTED);
        assertThat(end(TODAY, EndReason.NOT_NEEDED, null).status()).isEqualTo(EpisodeStatus.ENDED);
    }

    @Test
    void endsBetweenItsFirstDayAndToday() {
        assertThatThrownBy(() -> end(START.minusDays(1), EndReason.DIED, null))
                .hasMessage("bridging.error.endBeforeStart");
        assertThatThrownBy(() -> end(TODAY.plusDays(1), EndReason.DIED, null)).hasMessage("bridging.error.endInFuture");
        assertThat(end(START, EndReason.DIED, null).endedOn()).isEqualTo(START);
    }

    /** It was not needed after all. Seeded fault: keep to days that are over. */
    @Test
    void endsOnItsFirstDayThoughThatIsStillToCome() {
        Episode episode = active();
        LocalDate before = START.minusDays(3);
        assertThatThrownBy(
                        () -> episode.end(WHO, START.plusDays(1), EndReason.NOT_NEEDED, Optional.empty(), before, NOW))
                .hasMessage("bridging.error.endInFuture");
        episode.end(WHO, START, EndReason.NOT_NEEDED, Optional.empty(), before, NOW);
        assertThat(episode.view().endedOn()).isEqualTo(START);
    }

    @Test
    void recordsOnlyDaysOnWhichThereWasCover() {
        Episode episode = active();
        episode.mayRecord(START, TODAY);
        episode.mayRecord(TODAY, TODAY);
        assertThatThrownBy(() -> episode.mayRecord(TODAY.plusDays(1), TODAY)).hasMessage("bridging.error.dayOutside");
        assertThatThrownBy(() -> episode.mayRecord(START.minusDays(1), TODAY)).hasMessage("bridging.error.dayOutside");
        episode.end(WHO, TODAY.minusDays(5), EndReason.NOT_NEEDED, Optional.empty(), TODAY, NOW);
        assertThatThrownBy(() -> episode.mayRecord(TODAY.minusDays(4), TODAY)).hasMessage("bridging.error.dayOutside");
        assertThatThrownBy(() -> requested(PackageStatus.APPROVED).mayRecord(TODAY, TODAY))
                .hasMessage("bridging.error.notAnswered");
    }

    @Test
    void saysHowManyHoursAreMissingInAWeek() {
        InhouseWeek week = new InhouseWeek(START, 6000, 3000, 2400, 300, 0, 0);
        assertThat(week.free()).isEqualTo(900);
        assertThat(week.obstacle(900, 0)).isEmpty();
        assertThat(week.obstacle(1000, 0)).contains(new Obstacle(Obstacle.Kind.SHORT, START, 900, 1000));
        assertThat(week.obstacle(1000, 100)).isEmpty();
        assertThat(week.obstacle(5000, 2800))
                .contains(new Obstacle(Obstacle.Kind.TOO_MUCH_ENABLEMENT, START, 2700, 2800));
    }

    private static EpisodeView end(LocalDate last, EndReason why, @org.jspecify.annotations.Nullable LocalDate agency) {
        Episode episode = active();
        episode.end(WHO, last, why, Optional.ofNullable(agency), TODAY, NOW);
        return episode.view();
    }

    private static Episode active() {
        Episode episode = requested(PackageStatus.AWARDED);
        episode.accept(WHO, terms(), NOW);
        return episode;
    }

    private static Acceptance terms() {
        return new Acceptance(START, START.plusWeeks(6), 0);
    }

    private static Episode requested(PackageStatus status) {
        PackageFacts facts = new PackageFacts(
                new PackageId(Ids.next()),
                PackageRef.valueOf("PKG-0000-" + check()),
                new PersonId(Ids.next()),
                Ids.next(),
                Ids.next(),
                status,
                status,
                "newtown",
                "",
                "",
                "",
                Set.of(),
                "en",
                START,
                START,
                Cover.NONE,
                WeeklyHours.ofMinutes(885, 1305),
                null,
                List.of());
        return new Episode(Ids.next(), EpisodeRef.random(new Random(1)), WHO, facts, RequestReason.NO_PROVIDER, NOW);
    }

    /** The letter that checks PKG-0000. */
    private static char check() {
        for (char c : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
            try {
                PackageRef.valueOf("PKG-0000-" + c);
                return c;
            } catch (RuntimeException e) {
                continue;
            }
        }
        throw new AssertionError();
    }
}
