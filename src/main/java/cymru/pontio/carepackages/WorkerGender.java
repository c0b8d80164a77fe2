package cymru.pontio.carepackages;

/** Whether the person needs or prefers a worker of one gender. */
public enum WorkerGender {
    ANY,
    FEMALE_NEEDED,
    MALE_NEEDED,
    FEMALE_PREFERRED,
    MALE_PREFERRED
}
