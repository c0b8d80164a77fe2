package cymru.pontio.providers.workforce;

/**
 * What is wrong and where.
 *
 * @param line of a file; nought in a form
 * @param place the column
 */
record Problem(int line, String place, Fault fault) {}
