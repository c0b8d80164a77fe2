package cymru.pontio.people;

/** A page of this site to go back to, as {@code /packages/PKG-7K3M-Q/person}: no host, no query, no step upwards. */
final class OwnPath {
    private OwnPath() {}

    static String orBlank(String path) {
        return path.matches("(/[A-Za-z0-9-]+)+") ? path : "";
    }
}
