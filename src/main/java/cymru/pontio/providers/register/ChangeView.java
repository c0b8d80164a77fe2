package cymru.pontio.providers.register;

import java.time.LocalDate;

/**
 * One field that a file changes, or one service that is new, gone or back.
 *
 * @param field a constant of our columns
 */
public record ChangeView(String registration, String name, String kind, String field, String was, String now) {

    public boolean responsible() {
        return kind.equals("CHANGED") && field.equals("RESPONSIBLE");
    }

    /** Ratings are shown in words. */
    public boolean rating() {
        return Column.valueOf(field).isRating();
    }

    public boolean day() {
        return Column.DATES.contains(Column.valueOf(field));
    }

    /** A day that was, or is now. */
    public LocalDate dayOf(String value) {
        return LocalDate.parse(value);
    }
}
