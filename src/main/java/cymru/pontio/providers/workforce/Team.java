package cymru.pontio.providers.workforce;

import cymru.pontio.providers.workforce.Due.Urgency;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All who work for a provider on a day.
 *
 * @param people in the order of their numbers
 * @param patches where the provider works
 */
record Team(List<Compliance> people, Set<String> patches) {
    static Team of(List<Worker> workers, Set<String> patches, Standard standard, LocalDate today) {
        return new Team(
                workers.stream()
                        .filter(worker -> worker.worksOn(today))
                        .map(worker -> Compliance.of(worker, standard, today))
                        .toList(),
                patches);
    }

    /** @param workers who work in the patch */
    record Supply(String locality, int workers, int speakers, int learners) {}

    public int size() {
        return people.size();
    }

    public int compliant() {
        return (int) people.stream().filter(Compliance::compliant).count();
    }

    /** Of a hundred workers, rounded down: nobody is complete before everybody is. */
    public int percent() {
        return people.isEmpty() ? 0 : compliant() * 100 / size();
    }

    public int count(Urgency urgency) {
        return people.stream().mapToInt(one -> one.count(urgency)).sum();
    }

    public int overdue() {
        return count(Urgency.OVERDUE);
    }

    public int soon() {
        return count(Urgency.SOON);
    }

    public int ahead() {
        return count(Urgency.AHEAD);
    }

    public int registered() {
        return (int)
                people.stream().filter(one -> one.worker().registered() != null).count();
    }

    public int speakers() {
        return (int) people.stream().filter(one -> one.worker().speaksWelsh()).count();
    }

    public List<Supply> supply() {
        Set<String> all = new TreeSet<>(patches);
        people.forEach(one -> all.addAll(one.worker().patches()));
        return all.stream().map(this::supply).toList();
    }

    public ActiveOffer activeOffer() {
        List<Integer> speakers =
                patches.stream().map(patch -> supply(patch).speakers).toList();
        if (speakers.stream().allMatch(count -> count == 0)) return ActiveOffer.NONE;
        if (speakers.stream().anyMatch(count -> count == 0)) return ActiveOffer.SOME_PATCHES;
        return speakers.stream().anyMatch(count -> count == 1)
                ? ActiveOffer.EVERY_PATCH
                : ActiveOffer.EVERY_PATCH_WITH_COVER;
    }

    private Supply supply(String locality) {
        List<Worker> here = people.stream()
                .map(Compliance::worker)
                .filter(worker -> worker.patches().contains(locality))
                .toList();
        return new Supply(
                locality,
                here.size(),
                (int) here.stream().filter(Worker::speaksWelsh).count(),
                (int) here.stream()
                        .filter(worker -> worker.welsh() > 0 && !worker.speaksWelsh())
                        .count());
    }
}
