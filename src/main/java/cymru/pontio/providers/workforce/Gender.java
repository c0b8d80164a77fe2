package cymru.pontio.providers.workforce;

/** As the worker said, for people who need a woman or a man. */
enum Gender {
    FEMALE,
    MALE,
    NOT_STATED
}
