package cymru.pontio.demo;

import cymru.pontio.demo.Cast.Member;
import cymru.pontio.demo.Envelopes.Envelope;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes adverts with their lines, questions and declines. */
final class AdvertRows {
    private static final List<String> REASONS = List.of("NO_CAPACITY", "TOO_FAR", "TIMES", "START");

    private final Scene scene;

    AdvertRows(Scene scene) {
        this.scene = scene;
    }

    private record End(
            String status, long at, Member by, @Nullable String reason) {}

    void write(Course course, Round round) {
        Life life = course.life;
        Traits traits = Traits.of(life);
        int published = (int) (round.publishedAt() / 86_400);
        Envelope envelope = scene.envelopes().on(published);
        End end = end(course, round);
        int earliest = Bid.startEarliest(life, round);
        long questions = round.publishedAt() + (round.deadline() - round.publishedAt()) / 2;
        scene.add(
                Table.ADVERT,
                id(life, round),
                ref(life, round),
                Scene.packageId(life),
                round.number(),
                end == null ? "OPEN" : end.status,
                life.where().code(),
                PersonRows.ageBand(life, published),
                traits.need(),
                traits.equipment(),
                traits.workerRisks(),
                traits.training(),
                life.welsh,
                traits.language(),
                coverNow(life, published, traits),
                At.date(earliest),
                At.date(earliest + 14),
                envelope.floor(),
                envelope.ceiling(),
                life.userMinutesWeek(),
                life.carerMinutesWeek(),
                40,
                30,
                13,
                11,
                4,
                2,
                WeightRows.SET,
                false,
                "",
                At.instant(round.publishedAt()),
                scene.cast().broker(life.number).id(),
                At.instant(questions),
                At.instant(round.deadline()),
                end == null ? null : At.instant(end.at),
                end == null ? null : end.by.id(),
                end == null ? null : end.reason);
        lines(life, round, traits);
        answers(life, round, questions);
        if (!round.won() && round.decidedAt() != Long.MAX_VALUE) declines(life, round);
    }

    static UUID id(Life life, Round round) {
        return Dice.key(round.publishedAt(), life.number, 200, round.number());
    }

    static String ref(Life life, Round round) {
        return Refs.of("ADV", life.number * 4 + round.number() % 4);
    }

    static UUID lineId(Life life, Round round, int slot) {
        return Dice.key(round.publishedAt(), life.number, 201, round.number(), slot);
    }

    private @Nullable End end(Course course, Round round) {
        Member broker = scene.cast().broker(course.life.number);
        boolean withdrawn = course.withdrawnAt < round.decidedAt();
        if (withdrawn && scene.past(course.withdrawnAt)) {
            return new End("CANCELLED", course.withdrawnAt, broker, "The package was withdrawn.");
        }
        if (round.won()) {
            Member winner = scene.cast().provider(course.life.agency);
            return scene.past(course.acceptedAt) ? new End("AWARDED", course.acceptedAt, winner, null) : null;
        }
        boolean over = round.decidedAt() != Long.MAX_VALUE && scene.past(round.decidedAt());
        return over
                ? new End("NO_SUITABLE_BID", round.decidedAt(), broker, "No provider could take the work on.")
                : null;
    }

    private static String coverNow(Life life, int day, Traits traits) {
        boolean bridged = life.bridged.stream().anyMatch(stay -> stay.from() <= day && day < stay.until());
        String wanted = traits.coverWanted();
        return bridged ? "BRIDGING" : wanted.equals("BRIDGING") ? "NONE" : wanted;
    }

    private void lines(Life life, Round round, Traits traits) {
        for (int slot = 0; slot < life.calls.size(); slot++) {
            Call call = life.calls.get(slot);
            scene.add(
                    Table.ADVERT_LINE,
                    lineId(life, round, slot),
                    id(life, round),
                    Scene.lineId(life, slot),
                    slot + 1,
                    call.weekdays(),
                    call.band(),
                    Scene.time(call.start() - 30),
                    Scene.time(call.start() + 30),
                    call.minutes(),
                    call.workers(),
                    call.timeCritical(),
                    call.days() == Call.EVERY_DAY ? "DAILY_ESSENTIAL" : "WEEKLY_ESSENTIAL",
                    call.minutes() < 30 ? "TASKS" : null,
                    traits.workerGender());
        }
    }

    private void answers(Life life, Round round, long until) {
        SplittableRandom dice = life.dice(400 + round.number());
        List<Integer> agencies = Agency.suited(life);
        if (!Dice.chance(dice, 120) || agencies.isEmpty()) return;
        int agency = Dice.one(dice, agencies);
        int which = dice.nextInt(Words.all("questions").size());
        long asked = round.publishedAt() + (until - round.publishedAt()) / 3;
        long answered = asked + (until - round.publishedAt()) / 3;
        if (!scene.past(asked)) return;
        String question = Words.all("questions").get(which);
        boolean has = scene.past(answered);
        scene.add(
                Table.QUESTION,
                Dice.key(asked, life.number, 202, round.number()),
                id(life, round),
                scene.cast().organisation(agency),
                scene.cast().provider(agency).id(),
                At.instant(asked),
                question,
                has ? question : null,
                has ? Words.all("answers").get(which) : null,
                has ? scene.cast().broker(life.number).id() : null,
                has ? At.instant(answered) : null);
    }

    private void declines(Life life, Round round) {
        SplittableRandom dice = life.dice(500 + round.number());
        for (int agency : Agency.suited(life)) {
            long at = round.publishedAt() + 3600 + dice.nextLong(86_400);
            if (!Dice.chance(dice, 450) || !scene.past(at)) continue;
            scene.add(
                    Table.DECLINE,
                    Dice.key(at, life.number, 203, round.number(), agency),
                    id(life, round),
                    scene.cast().organisation(agency),
                    Dice.one(dice, REASONS),
                    "",
                    scene.cast().provider(agency).id(),
                    At.instant(at));
        }
    }
}
