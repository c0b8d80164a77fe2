package cymru.pontio.providers.workforce;

/** Whether a worker’s hours are guaranteed. */
enum Contract {
    GUARANTEED,
    NON_GUARANTEED
}
