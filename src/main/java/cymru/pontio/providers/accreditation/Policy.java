package cymru.pontio.providers.accreditation;

/** Policies every provider must have in force. */
enum Policy {
    SAFEGUARDING,
    MEDICATION,
    COMPLAINTS,
    WHISTLEBLOWING,
    LONE_WORKING,
    INFECTION_CONTROL,
    CONTINUITY,
    DATA_PROTECTION,
    EQUALITY
}
