package cymru.pontio.visits.rota;

/** How a person heard of a change. */
public enum Told {
    PHONE,
    IN_PERSON,
    /** Through family or another carer. */
    THROUGH_OTHERS,
    IN_WRITING
}
