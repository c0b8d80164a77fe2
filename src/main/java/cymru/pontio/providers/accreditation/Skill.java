package cymru.pontio.providers.accreditation;

/** Tasks workers are trained for, under the same codes as on a package. */
enum Skill {
    HOIST,
    CATHETER,
    PEG,
    EPILEPSY,
    DEMENTIA,
    LEARNING_DISABILITY,
    STOMA,
    INSULIN_PROMPT,
    BSL
}
