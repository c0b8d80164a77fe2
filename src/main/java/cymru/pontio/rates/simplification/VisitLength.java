package cymru.pontio.rates.simplification;

/** The mean length of a placement's visits: its user minutes a week divided by its visits a week. */
public enum VisitLength {
    UNDER_30,
    FROM_30,
    FROM_45,
    FROM_60;

    static VisitLength of(int userMinutes, int visits) {
        if (userMinutes < 30 * visits) return UNDER_30;
        if (userMinutes < 45 * visits) return FROM_30;
        return userMinutes < 60 * visits ? FROM_45 : FROM_60;
    }
}
