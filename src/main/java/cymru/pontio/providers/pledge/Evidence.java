package cymru.pontio.providers.pledge;

/** What shows that a clause is kept. */
enum Evidence {
    PAYROLL,
    RECEIPT,
    ROTA,
    CONTRACT,
    POLICY,
    SURVEY
}
