package cymru.pontio.matching.runs;

import cymru.pontio.carepackages.Band;
import java.util.BitSet;
import java.util.List;

/**
 * Packages that make a workable run: in each part of each day all their calls with one worker, and all with two, follow one
 * another, at least half of each package's calls share a round with another's, and somebody may bid for all of them.
 *
 * @param takers positions of those that may bid for every one of them
 */
public record Run(List<Waiting> packages, List<Round> rounds, BitSet takers) {
    public int userMinutes() {
        return packages.stream().mapToInt(Waiting::userMinutes).sum();
    }

    public int workerMinutes() {
        return packages.stream().mapToInt(Waiting::workerMinutes).sum();
    }

    /** Worker minutes of travel a week between the calls, as approximated. */
    public int travelMinutes() {
        return rounds.stream()
                .mapToInt(one -> one.travelAWeek() * one.workers())
                .sum();
    }

    /** Of a hundred worker minutes at the door, how many more on the road; half up. */
    public int travelPercent() {
        return Math.round(100f * travelMinutes() / Math.max(1, workerMinutes()));
    }

    /** User minutes a week in rounds that more than one home shares. */
    public int sharedMinutes() {
        return rounds.stream().filter(Round::shared).mapToInt(Round::careAWeek).sum();
    }

    public List<String> areas() {
        return packages.stream().map(Waiting::area).distinct().toList();
    }

    public List<Band> bands() {
        return rounds.stream().map(Round::band).distinct().sorted().toList();
    }

    /** All days on which anybody comes, Monday is 1. */
    public String days() {
        StringBuilder days = new StringBuilder();
        for (char day = '1'; day <= '7'; day++) {
            String digit = String.valueOf(day);
            if (rounds.stream().anyMatch(one -> one.days().contains(digit))) days.append(day);
        }
        return days.toString();
    }

    public boolean single() {
        return rounds.stream().anyMatch(one -> one.workers() == 1);
    }

    public boolean doubled() {
        return rounds.stream().anyMatch(one -> one.workers() > 1);
    }
}
