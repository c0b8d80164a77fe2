package cymru.pontio.matching.plan;

/** What a plan is made for: the choice of aim moves more people than anything else, so each can be asked for. */
enum Aim {
    USUAL(Objective.USUAL),
    PEOPLE(Objective.PEOPLE),
    HOURS(Objective.HOURS),
    URGENCY(Objective.URGENCY),
    COST(Objective.COST);

    private final Objective objective;

    Aim(Objective objective) {
        this.objective = objective;
    }

    Objective objective() {
        return objective;
    }
}
