package cymru.pontio.kernel;

/**
 * Care per week on its two bases, which are never added to each other.
 *
 * @param user what the person receives: thirty minutes with two workers is thirty minutes
 * @param carer what workers spend with the person: thirty minutes with two workers is sixty
 */
public record WeeklyHours(CareHours user, CareHours carer) {
    public static final WeeklyHours NONE = new WeeklyHours(CareHours.NONE, CareHours.NONE);

    public static WeeklyHours ofMinutes(int user, int carer) {
        return new WeeklyHours(new CareHours(user), new CareHours(carer));
    }

    public WeeklyHours plus(WeeklyHours more) {
        return new WeeklyHours(user.plus(more.user), carer.plus(more.carer));
    }
}
