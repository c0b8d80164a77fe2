package cymru.pontio.providers.microenterprises;

/** How far a grant has come. */
enum GrantStatus {
    APPLIED,
    APPROVED,
    REFUSED,
    PAID
}
