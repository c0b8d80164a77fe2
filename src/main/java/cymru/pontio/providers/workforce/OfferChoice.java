package cymru.pontio.providers.workforce;

/** What a worker chose when offered guaranteed hours: at least the average of three months, fewer, or to stay as it is. */
enum OfferChoice {
    AVERAGE,
    FEWER,
    STAY
}
