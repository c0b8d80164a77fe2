package cymru.pontio.demo;

/** One visit on its way to the database; the same object is used for all of them, because there are millions. */
final class Visit {
    enum Outcome {
        DELIVERED,
        FRUSTRATED,
        MISSED,
        CANCELLED_BY_PERSON,
        CANCELLED_BY_COUNCIL,
        UNPLANNED;

        boolean attended() {
            return this == DELIVERED || this == UNPLANNED;
        }
    }

    /** Where visits go. */
    interface Sink {
        void visit(Life life, Visit visit);
    }

    int day;
    /** Number of the call within the day. */
    int slot;
    /** Minutes of the day and lengths in minutes. */
    int planned;

    int plannedLength;
    int arrived;
    int stayed;
    int workers;
    Outcome outcome = Outcome.DELIVERED;
    /** Number of the carer at the agency. */
    int worker;
    /** What the first record said of the length, where it was put right later; 0 if it was not. */
    int stayedAtFirst;

    /** Days from the visit to the correction. */
    int correctedAfter;

    /** User minutes: what the person received, however many carers came. */
    int minutes() {
        return outcome.attended() ? stayed : 0;
    }
}
