package cymru.pontio.matching.runs;

/**
 * One call of a round: when it may begin and how long it takes.
 *
 * @param home reference of the package; two calls at one home need no way between them
 * @param area code
 * @param from the first minute at which it may begin, after midnight; calls of the night go on past 1,440
 * @param until the last
 * @param minutes at the door
 */
public record Stop(String home, String area, int from, int until, int minutes) {}
