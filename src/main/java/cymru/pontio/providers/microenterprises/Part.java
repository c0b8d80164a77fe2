package cymru.pontio.providers.microenterprises;

/** Due diligence comes before listing, the quality framework beside the work. */
enum Part {
    DUE_DILIGENCE,
    QUALITY
}
