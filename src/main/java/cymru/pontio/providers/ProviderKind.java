package cymru.pontio.providers;

/** An agency, the council's own long-term home care, or a micro-enterprise. */
public enum ProviderKind {
    AGENCY,
    INHOUSE,
    MICRO
}
