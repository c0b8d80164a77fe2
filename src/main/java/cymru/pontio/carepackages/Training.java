package cymru.pontio.carepackages;

/** What workers must be trained for. */
public enum Training {
    HOIST,
    CATHETER,
    PEG,
    EPILEPSY,
    DEMENTIA,
    LEARNING_DISABILITY,
    STOMA,
    INSULIN_PROMPT,
    /** British Sign Language, where the person needs it. */
    BSL
}
