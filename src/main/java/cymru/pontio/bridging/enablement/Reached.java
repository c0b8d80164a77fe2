package cymru.pontio.bridging.enablement;

/** Whether a goal was reached. */
enum Reached {
    YES,
    PARTLY,
    NO
}
