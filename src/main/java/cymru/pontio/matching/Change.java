package cymru.pontio.matching;

import cymru.pontio.carepackages.Training;
import cymru.pontio.kernel.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * One thing about a package that could be otherwise. Made to be tried: what it would bring is found by judging the changed
 * work anew. A need for Welsh or for sign language and the person's refusal are not among them: they are the person's.
 */
public sealed interface Change {
    Work applied(Work work);

    /** What may be said of it on a page: the arguments of its sentence. */
    List<Object> args();

    /** Care may start as late as this. */
    record StartBy(LocalDate latest) implements Change {
        @Override
        public Work applied(Work work) {
            return work.startingBy(latest);
        }

        @Override
        public List<Object> args() {
            return List.of(latest);
        }
    }

    /** A time-critical call may begin within a wider window. */
    record Window(AskedCall call, LocalTime from, LocalTime until) implements Change {
        @Override
        public Work applied(Work work) {
            return work.with(call.within(from, until));
        }

        @Override
        public List<Object> args() {
            return List.of(call.part(), from.toString(), until.toString());
        }
    }

    /** One worker is enough for every call. */
    record OneWorker() implements Change {
        @Override
        public Work applied(Work work) {
            return work.calling(
                    work.calls().stream().map(AskedCall::withOneWorker).toList());
        }

        @Override
        public List<Object> args() {
            return List.of();
        }
    }

    /** The worker may be a woman or a man at every call. */
    record AnyWorker() implements Change {
        @Override
        public Work applied(Work work) {
            return work.calling(
                    work.calls().stream().map(AskedCall::withAnyWorker).toList());
        }

        @Override
        public List<Object> args() {
            return List.of();
        }
    }

    /** The providers train their workers for this. */
    record Trained(Training need) implements Change {
        @Override
        public Work applied(Work work) {
            return work.withoutTraining(need);
        }

        @Override
        public List<Object> args() {
            return List.of(need);
        }
    }

    /** Somebody else gives this call. */
    record Without(AskedCall call) implements Change {
        @Override
        public Work applied(Work work) {
            return work.without(call);
        }

        @Override
        public List<Object> args() {
            return List.of(call.part(), call.days());
        }
    }

    /** So much an hour may be paid. */
    record Ceiling(Money most) implements Change {
        @Override
        public Work applied(Work work) {
            return work.payingUpTo(most);
        }

        @Override
        public List<Object> args() {
            return List.of(most.toString());
        }
    }
}
