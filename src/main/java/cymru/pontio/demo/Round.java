package cymru.pontio.demo;

/**
 * One round of advertising, as moments. The bids are opened at the decision.
 *
 * @param won ends in an award, otherwise nobody could take the work on
 */
record Round(int number, long publishedAt, long deadline, long decidedAt, boolean won) {}
