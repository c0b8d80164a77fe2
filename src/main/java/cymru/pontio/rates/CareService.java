package cymru.pontio.rates;

/** Kinds of care that are paid by the hour. Live-in and sleep-in care is paid by the week and the night, and not here. */
public enum CareService {
    SESSIONAL,
    WAKING_NIGHT,
    SITTING
}
