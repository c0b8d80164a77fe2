package cymru.pontio.matching.runs;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.matching.AskedCall;
import cymru.pontio.matching.runs.Alone.Why;
import cymru.pontio.providers.Lot;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Seeded faults, each by itself: a window, the limits of waiting, distance and travel, the half of the calls, the takers and the
 * order of the list left out; travel of two counted once; the first call begun as early as may be.
 */
class RunSearchTests {
    /** Nine minutes within an area; here and there are 11 km apart, which is 24 minutes; far is out of reach. */
    private static final Travel TRAVEL = new Travel(
            Map.of(
                    "here",
                    new Travel.Centre(100, 100),
                    "there",
                    new Travel.Centre(111, 100),
                    "far",
                    new Travel.Centre(160, 100)),
            1.4,
            4,
            40);

    private static final String ALWAYS = "1234567";

    @Test
    void neighboursWhoseCallsFollowOneAnotherMakeARun() {
        RunSearch.Found found =
                find(one("A", "here", 10, call("07:00", "07:30")), one("B", "here", 5, call("07:30", "08:00")));
        assertThat(found.alone()).isEmpty();
        Run run = found.runs().getFirst();
        assertThat(run.packages()).extracting(Waiting::ref).containsExactly("A", "B");
        assertThat(run.userMinutes()).isEqualTo(2 * 30 * 7);
        assertThat(run.travelMinutes()).isEqualTo(9 * 7);
        assertThat(run.travelPercent()).isEqualTo(15);
        assertThat(run.rounds()).singleElement().satisfies(round -> {
            assertThat(round.days()).isEqualTo(ALWAYS);
            assertThat(round.calls()).extracting(call -> call.stop().home()).containsExactly("A", "B");
            assertThat(round.calls()).extracting(Round.Call::at).containsExactly(7 * 60 + 21, 8 * 60);
            assertThat(round.idle()).isZero();
        });
    }

    @Test
    void eachHurdleIsNamedByHowFarTheNearestAttemptCame() {
        assertThat(why(one("A", "far", 9, call("07:00", "07:30")), morning("B")))
                .isEqualTo(Why.FAR);
        assertThat(why(one("A", "nowhere", 9, call("07:00", "07:30")), morning("B")))
                .isEqualTo(Why.FAR);
        assertThat(why(one("A", "here", 9, call("07:00", "07:05")), one("B", "here", 1, call("07:00", "07:05"))))
                .as("one worker is not at two doors")
                .isEqualTo(Why.TIMES);
        assertThat(why(one("A", "here", 9, call("06:00", "06:30")), one("B", "here", 1, call("09:30", "10:00"))))
                .as("nobody waits for hours")
                .isEqualTo(Why.TIMES);
        assertThat(why(
                        one("A", "here", 9, call("07:00", "07:30"), evening("19:00", "20:00"), lunch("12:00", "13:00")),
                        one("B", "here", 1, call("07:30", "08:00"))))
                .isEqualTo(Why.APART);
        assertThat(why(one("A", "here", 9, call("07:00", "07:30")), one("B", "there", 1, call("07:30", "08:00"))))
                .isEqualTo(Why.ROAD);
        assertThat(why(with("A", 9, 0), with("B", 1, 1))).isEqualTo(Why.NOBODY);
        assertThat(why(
                        new Waiting(
                                "A",
                                "here",
                                Lot.NIGHT,
                                "NO_COVER",
                                9,
                                false,
                                List.of(call("07:00", "07:30")),
                                takers(0)),
                        morning("B")))
                .isEqualTo(Why.LOT);
        assertThat(why(
                        new Waiting(
                                "A",
                                "here",
                                Lot.SESSIONAL,
                                "NO_COVER",
                                9,
                                true,
                                List.of(call("07:00", "07:30")),
                                takers(0)),
                        morning("B")))
                .isEqualTo(Why.UNDER_WAY);
    }

    @Test
    void whoseNeighboursAreTakenIsTold() {
        List<Waiting> six = new ArrayList<>();
        for (int i = 0; i < 6; i++) six.add(one("P" + i, "here", 60 - i, call("07:00", "10:30")));
        RunSearch.Found found = RunSearch.find(six, TRAVEL);
        assertThat(found.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.packages()).hasSize(5));
        assertThat(found.alone()).singleElement().satisfies(one -> {
            assertThat(one.waiting().ref()).isEqualTo("P5");
            assertThat(one.why()).isEqualTo(Why.TAKEN);
        });
    }

    @Test
    void oneWorkerAndTwoAreRoundsOfTheirOwn() {
        AskedCall pair = new AskedCall(
                UUID.randomUUID(),
                ALWAYS,
                Band.MORNING,
                LocalTime.of(7, 0),
                LocalTime.of(7, 30),
                30,
                2,
                false,
                WorkerGender.ANY);
        Waiting doubled = one("A", "here", 9, pair);
        assertThat(why(doubled, morning("B"))).isEqualTo(Why.APART);
        Run run = find(
                        doubled,
                        one(
                                "B",
                                "here",
                                3,
                                new AskedCall(
                                        UUID.randomUUID(),
                                        "12345",
                                        Band.MORNING,
                                        LocalTime.of(7, 30),
                                        LocalTime.of(8, 30),
                                        45,
                                        2,
                                        false,
                                        WorkerGender.ANY)))
                .runs()
                .getFirst();
        assertThat(run.doubled()).isTrue();
        assertThat(run.single()).isFalse();
        assertThat(run.workerMinutes()).isEqualTo(2 * (30 * 7 + 45 * 5));
        assertThat(run.travelMinutes())
                .as("both are on the road, five days a week")
                .isEqualTo(2 * 9 * 5);
        assertThat(run.rounds()).extracting(Round::days).containsExactlyInAnyOrder("12345", "67");
        assertThat(run.days()).isEqualTo(ALWAYS);
    }

    @Test
    void theSameListGivesTheSameRunsInWhateverOrderItComes() {
        Random dice = new Random(3);
        List<Waiting> waiting = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int hour = 6 + dice.nextInt(4);
            waiting.add(one(
                    "P%02d".formatted(i),
                    dice.nextBoolean() ? "here" : "there",
                    dice.nextInt(40),
                    call("%02d:%02d".formatted(hour, dice.nextInt(4) * 15), "%02d:45".formatted(hour))));
        }
        RunSearch.Found first = RunSearch.find(waiting, TRAVEL);
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(waiting, dice);
            assertThat(RunSearch.find(waiting, TRAVEL)).isEqualTo(first);
        }
        assertThat(first.runs()).hasSizeGreaterThan(5).allSatisfy(RunSearchTests::keepsItsPromises);
    }

    /** Judged by the definitions and not by the code: what the page promises of a run. */
    private static void keepsItsPromises(Run run) {
        assertThat(run.packages()).hasSizeBetween(2, 5);
        assertThat(run.takers().isEmpty()).isFalse();
        for (Round round : run.rounds()) {
            int free = 0;
            int road = 0;
            String home = "";
            for (Round.Call call : round.calls()) {
                Stop stop = call.stop();
                int way = home.isEmpty() || home.equals(stop.home()) ? 0 : 9;
                assertThat(call.at()).isBetween(stop.from(), stop.until());
                if (!home.isEmpty()) assertThat(call.at()).isGreaterThanOrEqualTo(free + way);
                road += way;
                free = call.at() + stop.minutes();
                home = stop.home();
            }
            assertThat(round.travel()).isGreaterThanOrEqualTo(road);
            int span = free - round.calls().getFirst().at();
            assertThat(span).isEqualTo(round.care() + round.travel() + round.idle());
            assertThat(round.idle()).isLessThanOrEqualTo(30);
        }
    }

    /** Tried against every order by hand: nothing needs less travel, nor with the same travel less waiting. */
    @Test
    void theOrderOfCallsIsTheBestThereIs() {
        Random dice = new Random(11);
        for (int n = 0; n < 300; n++) {
            List<Stop> stops = new ArrayList<>();
            int count = 2 + dice.nextInt(4);
            for (int i = 0; i < count; i++) {
                int from = 420 + dice.nextInt(120);
                stops.add(new Stop(
                        "" + dice.nextInt(4),
                        dice.nextBoolean() ? "here" : "there",
                        from,
                        from + dice.nextInt(120),
                        15 + dice.nextInt(3) * 15));
            }
            int[] best = {Integer.MAX_VALUE, Integer.MAX_VALUE};
            permute(stops, new ArrayList<>(), best);
            var found = Sequence.of(stops, TRAVEL);
            assertThat(found.isPresent()).isEqualTo(best[0] != Integer.MAX_VALUE);
            found.ifPresent(one -> {
                assertThat(one.travel()).isEqualTo(best[0]);
                assertThat(one.idle()).isEqualTo(best[1]);
            });
        }
    }

    private static void permute(List<Stop> left, List<Stop> order, int[] best) {
        if (left.isEmpty()) {
            judge(order, best);
            return;
        }
        for (Stop next : left) {
            List<Stop> rest = new ArrayList<>(left);
            rest.remove(next);
            List<Stop> longer = new ArrayList<>(order);
            longer.add(next);
            permute(rest, longer, best);
        }
    }

    /** Every minute at which the first call could begin. */
    private static void judge(List<Stop> order, int[] best) {
        int road = 0;
        for (int i = 1; i < order.size(); i++) road += way(order.get(i - 1), order.get(i));
        int idle = Integer.MAX_VALUE;
        for (int first = order.getFirst().from(); first <= order.getFirst().until(); first++) {
            int free = first;
            int waited = 0;
            boolean kept = true;
            for (int i = 0; i < order.size() && kept; i++) {
                if (i > 0) free += way(order.get(i - 1), order.get(i));
                int start = Math.max(free, order.get(i).from());
                waited += start - free;
                kept = start <= order.get(i).until();
                free = start + order.get(i).minutes();
            }
            if (kept) idle = Math.min(idle, waited);
        }
        if (idle == Integer.MAX_VALUE || road > best[0]) return;
        if (road < best[0]) best[1] = Integer.MAX_VALUE;
        best[0] = road;
        best[1] = Math.min(best[1], idle);
    }

    private static int way(Stop one, Stop other) {
        return one.home().equals(other.home()) ? 0 : TRAVEL.minutes(one.area(), other.area());
    }

    @Test
    void travelIsTheStraightLineTimesTheFactorAndRoundedUp() {
        assertThat(TRAVEL.minutes("here", "here"))
                .as("4 km × 1.4 at 40 km/h is 8.4")
                .isEqualTo(9);
        assertThat(TRAVEL.minutes("here", "there"))
                .as("11 km × 1.4 at 40 km/h is 23.1")
                .isEqualTo(24);
        assertThat(TRAVEL.minutes("here", "nowhere")).isEqualTo(Travel.UNKNOWN);
        assertThat(TRAVEL.minutes("nowhere", "nowhere")).isEqualTo(9);
    }

    private static Why why(Waiting first, Waiting other) {
        RunSearch.Found found = find(first, other);
        assertThat(found.runs()).isEmpty();
        return found.alone().stream()
                .filter(one -> one.waiting().ref().equals("A"))
                .findFirst()
                .orElseThrow()
                .why();
    }

    private static RunSearch.Found find(Waiting... waiting) {
        return RunSearch.find(List.of(waiting), TRAVEL);
    }

    private static Waiting morning(String ref) {
        return one(ref, "here", 1, call("07:30", "08:00"));
    }

    private static Waiting with(String ref, int days, int taker) {
        return new Waiting(
                ref, "here", Lot.SESSIONAL, "BRIDGED", days, false, List.of(call("07:00", "08:00")), takers(taker));
    }

    private static Waiting one(String ref, String area, int days, AskedCall... calls) {
        return new Waiting(ref, area, Lot.SESSIONAL, "NO_COVER", days, false, Arrays.asList(calls), takers(0, 1));
    }

    private static BitSet takers(int... providers) {
        BitSet takers = new BitSet();
        for (int one : providers) takers.set(one);
        return takers;
    }

    private static AskedCall call(String from, String until) {
        return call(Band.MORNING, from, until);
    }

    private static AskedCall lunch(String from, String until) {
        return call(Band.LUNCH, from, until);
    }

    private static AskedCall evening(String from, String until) {
        return call(Band.BED, from, until);
    }

    private static AskedCall call(Band band, @Nullable String from, @Nullable String until) {
        return new AskedCall(
                UUID.randomUUID(),
                ALWAYS,
                band,
                from == null ? null : LocalTime.parse(from),
                until == null ? null : LocalTime.parse(until),
                30,
                1,
                false,
                WorkerGender.ANY);
    }
}
