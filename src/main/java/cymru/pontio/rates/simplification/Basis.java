package cymru.pontio.rates.simplification;

/** How the one rate of a group is found. */
public enum Basis {
    /** The mean of what is paid now, weighted by paid hours: about as much money as today. */
    MEAN,
    /** The mean of what the rate card says for each of them on a weekday, weighted by paid hours. */
    CARD,
    /** The highest of them: nobody loses. */
    HIGHEST
}
