package cymru.pontio.demo;

import cymru.pontio.demo.Cast.Member;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes packages with their calls and their dated history. */
final class PackageRows {
    private static final List<String> WITHDRAWALS = List.of(
            "DIED", "CARE_HOME", "LONG_HOSPITAL_STAY", "FAMILY_CARES", "DIRECT_PAYMENT", "DECLINED", "MOVED_AWAY");

    private final Scene scene;

    PackageRows(Scene scene) {
        this.scene = scene;
    }

    private record Step(
            long at,
            long recordedAt,
            String status,
            Member by,
            @Nullable String reason) {}

    void write(Course course) {
        Life life = course.life;
        Traits traits = Traits.of(life);
        List<Step> steps = steps(course).stream()
                .filter(step -> scene.past(step.recordedAt))
                .sorted(Comparator.comparingLong(Step::at))
                .toList();
        boolean approved = scene.past(course.approvedAt);
        String status = steps.getLast().status;
        Place place = life.where();
        UUID author = scene.cast().author(life).id();
        BigDecimal standard = scene.envelopes().on(life.approvedOn).standard();
        scene.add(
                Table.PACKAGE,
                Scene.packageId(life),
                Scene.packageRef(life),
                PersonRows.id(life),
                scene.cast().team(place),
                author,
                List.of(author),
                status,
                status.equals("ON_HOLD") ? steps.get(steps.size() - 2).status : null,
                traits.matters(),
                traits.outcomes(),
                traits.need(),
                traits.risks(),
                traits.workerRisks(),
                traits.equipment(),
                traits.training(),
                traits.language(),
                place.code(),
                At.date(life.approvedOn + 5),
                At.date(life.approvedOn + 21),
                traits.coverWanted(),
                traits.funding(),
                life.userMinutesWeek(),
                life.carerMinutesWeek(),
                approved ? Envelopes.yearly(standard, life.carerMinutesWeek()) : null,
                approved ? scene.cast().manager(place).id() : null,
                approved ? At.instant(course.approvedAt) : null,
                At.instant(steps.getLast().at));
        lines(life, traits);
        for (Step step : steps) write(life, step);
        if (approved) covers(course, traits.coverWanted());
    }

    private void write(Life life, Step step) {
        scene.add(
                Table.STATUS_EVENT,
                Scene.packageId(life),
                step.status,
                At.instant(step.at),
                At.instant(step.recordedAt),
                step.by.id(),
                step.by.name(),
                step.reason,
                life.where().code(),
                life.userMinutesWeek(),
                life.carerMinutesWeek());
    }

    private void lines(Life life, Traits traits) {
        SplittableRandom dice = life.dice(8);
        for (int slot = 0; slot < life.calls.size(); slot++) {
            Call call = life.calls.get(slot);
            scene.add(
                    Table.CALL_LINE,
                    Scene.lineId(life, slot),
                    Scene.packageId(life),
                    slot + 1,
                    call.weekdays(),
                    call.band(),
                    Scene.time(call.start() - 30),
                    Scene.time(call.start() + 30),
                    call.minutes(),
                    call.workers(),
                    call.timeCritical(),
                    call.timeCritical() ? Words.one(dice, "critical_" + traits.language()) : null,
                    call.days() == Call.EVERY_DAY ? "DAILY_ESSENTIAL" : "WEEKLY_ESSENTIAL",
                    call.minutes() < 30 ? "TASKS" : null,
                    traits.workerGender(),
                    traits.tasks(dice, call.band()));
        }
    }

    private List<Step> steps(Course course) {
        Life life = course.life;
        Cast cast = scene.cast();
        Member author = cast.author(life);
        Member broker = cast.broker(life.number);
        List<Step> steps = new ArrayList<>();
        add(steps, course.submittedAt - 86_400, "DRAFT", author, null);
        add(steps, course.submittedAt, "SUBMITTED", author, null);
        add(steps, course.approvedAt, "APPROVED", cast.manager(life.where()), null);
        for (Round round : course.rounds) {
            add(steps, round.publishedAt(), "SOURCING", broker, null);
            boolean lost = !round.won() && round.decidedAt() < course.withdrawnAt;
            if (lost) add(steps, round.decidedAt(), "UNSOURCED", broker, "No provider could take the work on.");
        }
        add(steps, course.acceptedAt, "AWARDED", cast.provider(life.agency), null);
        steps.add(new Step(course.firstVisitAt, course.startToldAt, "LIVE", cast.provider(life.agency), null));
        if (life.lastDay != At.NEVER) {
            long at = At.moment(life.lastDay, 22 * 60);
            steps.add(new Step(at, course.endToldAt, "ENDED", author, course.endReason));
        }
        String why = Dice.one(life.dice(10), WITHDRAWALS);
        add(steps, course.withdrawnAt, "WITHDRAWN", author, why);
        for (Stay hold : life.held) hold(steps, hold, course, author);
        return steps;
    }

    private static void hold(List<Step> steps, Stay hold, Course course, Member by) {
        long from = At.moment(hold.from(), 11 * 60);
        String before = steps.stream()
                .filter(step -> step.at <= from)
                .max(Comparator.comparingLong(Step::at))
                .orElseThrow()
                .status;
        add(steps, from, "ON_HOLD", by, "In hospital; needs will be looked at again.");
        boolean resumed = !hold.open() && hold.until() != course.life.withdrawnOn;
        if (resumed) add(steps, At.moment(hold.until(), 12 * 60), before, by, "Ready to go home.");
    }

    private static void add(List<Step> steps, long at, String status, Member by, @Nullable String reason) {
        if (at != Long.MAX_VALUE) steps.add(new Step(at, at, status, by, reason));
    }

    private void covers(Course course, String wanted) {
        Life life = course.life;
        Member manager = scene.cast().manager(life.where());
        String first = wanted.equals("BRIDGING") ? "NONE" : wanted;
        cover(life, first, course.approvedAt, manager);
        int home = life.approvedOn + 12 + life.number % 14;
        boolean stillWaits = home < Math.min(life.startOn, life.withdrawnOn);
        boolean bridgedFirst =
                !life.bridged.isEmpty() && life.bridged.getFirst().from() <= home;
        if (first.equals("HOSPITAL") && stillWaits && !bridgedFirst) {
            cover(life, "FAMILY", At.moment(home, 14 * 60), scene.cast().author(life));
        }
        for (Stay stay : life.bridged) {
            cover(life, "BRIDGING", At.moment(stay.from(), 8 * 60), scene.cast().inhouse());
            if (stay.open() || stay.until() == life.withdrawnOn) continue;
            String after = BridgingRows.endReason(life, stay).equals("HOSPITAL") ? "HOSPITAL" : "NONE";
            long at = stay.until() == life.startOn ? course.firstVisitAt : At.moment(stay.until(), 9 * 60);
            cover(life, after, at, scene.cast().inhouse());
        }
    }

    private void cover(Life life, String cover, long at, Member by) {
        if (!scene.past(at)) return;
        scene.add(Table.COVER_EVENT, Scene.packageId(life), cover, At.instant(at), At.instant(at), by.id(), by.name());
    }
}
