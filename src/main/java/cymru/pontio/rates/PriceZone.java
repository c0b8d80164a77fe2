package cymru.pontio.rates;

/** How far workers travel between visits. A locality that nobody has put into a zone is rural. */
public enum PriceZone {
    TOWN,
    RURAL,
    DEEP_RURAL
}
