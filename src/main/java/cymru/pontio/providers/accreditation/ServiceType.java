package cymru.pontio.providers.accreditation;

/** What a provider does for people. */
enum ServiceType {
    PERSONAL_CARE,
    DAILY_LIVING,
    CARER_BREAK,
    END_OF_LIFE
}
