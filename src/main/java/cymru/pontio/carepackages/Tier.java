package cymru.pontio.carepackages;

/** How firm a call is: every day, within the week, or movable. */
public enum Tier {
    DAILY_ESSENTIAL,
    WEEKLY_ESSENTIAL,
    FLEXIBLE
}
