package cymru.pontio.providers.microenterprises;

/** Prompting somebody to wash or eat is personal care too. */
enum CareKind {
    PERSONAL_CARE,
    WELL_BEING
}
