package cymru.pontio.providers.register;

/**
 * What is rated. Care Inspectorate Wales publishes one rating for each theme and none for all of them together, so there
 * is no constant for that; its fourth theme, environment, is for places where people live.
 */
public enum Theme {
    WELL_BEING(Regulator.CIW),
    CARE_AND_SUPPORT(Regulator.CIW),
    LEADERSHIP(Regulator.CIW),
    OVERALL(Regulator.CQC),
    SAFE(Regulator.CQC),
    EFFECTIVE(Regulator.CQC),
    CARING(Regulator.CQC),
    RESPONSIVE(Regulator.CQC),
    WELL_LED(Regulator.CQC);

    private final Regulator regulator;

    Theme(Regulator regulator) {
        this.regulator = regulator;
    }

    public Regulator regulator() {
        return regulator;
    }

    Column column() {
        return Column.valueOf(name());
    }
}
