package cymru.pontio.providers.embargo;

/** Why work is stopped, in a word; the provider is told the reason in sentences too. */
public enum Cause {
    SAFEGUARDING,
    REGULATOR,
    QUALITY,
    WORKFORCE,
    FINANCE,
    OTHER
}
